//! The default constructor of mapped classes: `Parent(name="p")`.

use python::object::{NativeFunction, Object, Payload, Value};
use python::vm::{Args, Result, Vm};

/// A function that takes keyword arguments and sets them as attributes.
pub fn constructor(vm: &mut Vm) -> Value {
    let function = NativeFunction {
        name: "__init__",
        owner: Some(vm.types.object.clone()),
        binds: true,
        call: construct,
        captured: Box::default(),
        module: "sqlalchemy.orm.decl_base",
    };
    Value::Obj(Object::new(
        vm.types.builtin_function.clone(),
        Payload::Native(Box::new(function)),
    ))
}

fn construct(vm: &mut Vm, args: &Args) -> Result {
    let [instance] = args.positional else {
        let given = args.positional.len();
        return Err(vm.type_error(format!(
            "__init__() takes 1 positional argument but {given} were given"
        )));
    };
    let class = vm.class_of(instance);
    for (name, value) in args.keywords() {
        let name = vm.intern_str(name);
        if vm.class_attr(&class, &name).is_none() {
            return Err(vm.type_error(format!(
                "'{}' is an invalid keyword argument for {}",
                name.as_str(),
                class.name().as_str()
            )));
        }
        vm.set_attr(instance, &name, value.clone())?;
    }
    Ok(Value::None)
}
