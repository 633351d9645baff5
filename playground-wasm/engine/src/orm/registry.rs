//! `registry`: the mappers that belong together, and their classes by name.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use python::object::{Class, Dict, Host, Value};
use python::vm::{Args, Result, Vm};

use super::configure;
use super::declarative;
use super::instrumentation::{mapper_of, uninstrument_class};
use super::mapper::{Mapper, Status, build};
use crate::exc;
use crate::handle::Handle;
use crate::native::{Keywords, Native, getter, method, static_method};
use crate::schema::metadata::{self, MetaData};
use crate::schema::table::Table;
use crate::value::{name_of, or_none, set_of};

/// A registry of mapped classes.
pub struct Registry {
    /// Its tables.
    pub metadata: Handle<MetaData>,
    /// Classes by name, for the strings in `relationship()`; more than one where a name was used again.
    pub classes: RefCell<BTreeMap<String, Vec<Rc<Class>>>>,
    /// `type_annotation_map`: a dict, or `None`.
    pub type_annotation_map: RefCell<Value>,
    /// What constructs instances: `registry.constructor`.
    pub constructor: RefCell<Value>,
    /// Mappers in the order of mapping.
    pub mappers: RefCell<Vec<Handle<Mapper>>>,
    /// Whether there are mappers that are not configured yet.
    pub new_mappers: Cell<bool>,
}

impl Host for Registry {
    fn clear(&self) {
        self.classes.take();
        self.type_annotation_map.take();
        self.constructor.take();
        self.mappers.take();
    }
}

impl Registry {
    /// Forgets its mappers and takes their instrumentation off the classes: `registry.dispose()`.
    pub fn dispose(&self, vm: &mut Vm) {
        self.classes.take();
        for mapper in self.mappers.take() {
            mapper.status.set(Status::Configured);
            mapper.failure.take();
            uninstrument_class(vm, &mapper);
        }
        self.new_mappers.set(false);
    }
}

/// `registry`
pub static REGISTRY: Native = Native::new(
    "registry",
    "sqlalchemy.orm.decl_api",
    &[],
    &[
        static_method("__new__", new),
        getter("metadata", |_, args| Ok(this(args).metadata.value())),
        getter("constructor", |_, args| {
            Ok(or_none(&this(args).constructor))
        }),
        getter("type_annotation_map", |_, args| {
            Ok(or_none(&this(args).type_annotation_map))
        }),
        getter("mappers", |vm, args| {
            let mappers: Vec<Value> = this(args)
                .mappers
                .borrow()
                .iter()
                .map(Handle::value)
                .collect();
            set_of(vm, mappers)
        }),
        method("update_type_annotation_map", |vm, args| {
            let given = args.rest().exactly::<1>(vm, "update_type_annotation_map")?[0].clone();
            let map = vm.dict(Dict::default());
            for source in [this(args).type_annotation_map.borrow().clone(), given] {
                if let Some(dict) = source.as_dict() {
                    let items: Vec<(Value, Value)> = dict
                        .borrow()
                        .iter()
                        .map(|(key, value)| (key.clone(), value.clone()))
                        .collect();
                    for (key, value) in items {
                        vm.set_item(&map, &key, value)?;
                    }
                }
            }
            this(args).type_annotation_map.replace(map);
            Ok(Value::None)
        }),
        method("generate_base", |vm, args| {
            let registry = handle(args);
            declarative::generate_base(vm, Some(registry), &args.rest())
        }),
        method("mapped", |vm, args| {
            let [_, class] = args.exactly(vm, "mapped")?;
            let registry = handle(args);
            match class.as_class() {
                Some(of) => {
                    give_constructor(vm, &registry, of);
                    declarative::map_declared(vm, &registry, of)?;
                }
                None => return Err(vm.type_error("mapped() decorates a class")),
            }
            Ok(class.clone())
        }),
        method("mapped_as_dataclass", |vm, args| {
            let registry = args.positional[0].clone();
            let options = args.keywords();
            let options = options.map(|(name, value)| (name.clone(), value.clone()));
            let options = crate::value::dict_of(vm, options.collect::<Vec<_>>());
            match args.positional.get(1) {
                Some(class) => {
                    map_as_dataclass(vm, &Args::new(&[registry, options, class.clone()]))
                }
                None => Ok(vm.native_function(
                    "sqlalchemy.orm.decl_api",
                    "decorate",
                    map_as_dataclass,
                    vec![registry, options],
                )),
            }
        }),
        method("as_declarative_base", |vm, args| {
            Ok(vm.native_function(
                "sqlalchemy.orm.decl_api",
                "decorate",
                declarative::decorate_base,
                vec![args.positional[0].clone()],
            ))
        }),
        method("map_imperatively", map_imperatively),
        method("map_declaratively", |vm, args| {
            let [_, class] = args.exactly(vm, "map_declaratively")?;
            let registry = handle(args);
            match class.as_class() {
                Some(of) => {
                    give_constructor(vm, &registry, of);
                    declarative::map_declared(vm, &registry, of)?;
                }
                None => return Err(vm.type_error("map_declaratively() expects a class")),
            }
            crate::value::get(vm, class, "__mapper__")
        }),
        method("configure", |vm, args| {
            configure::configure(vm, &[handle(args)]).map(|()| Value::None)
        }),
        method("dispose", |vm, args| {
            this(args).dispose(vm);
            Ok(Value::None)
        }),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a Registry {
    args.positional[0]
        .host()
        .expect("a method of registry has one")
}

fn handle(args: &Args) -> Handle<Registry> {
    Handle::of(&args.positional[0]).expect("a method of registry has one")
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let metadata = keywords
        .take_some("metadata")
        .and_then(|value| Handle::of(&value));
    let map = keywords.take_some("type_annotation_map");
    let constructor = keywords.take("constructor");
    keywords.take("class_registry");
    if let Some(key) = keywords.first() {
        return Err(vm.type_error(format!(
            "registry.__init__() got an unexpected keyword argument '{}'",
            key.as_str()
        )));
    }
    Ok(make(vm, metadata, map, constructor).value())
}

/// A new registry.
pub fn make(
    vm: &mut Vm,
    metadata: Option<Handle<MetaData>>,
    type_annotation_map: Option<Value>,
    constructor: Option<Value>,
) -> Handle<Registry> {
    let metadata = metadata.unwrap_or_else(|| metadata::make(vm));
    let constructor = constructor.unwrap_or_else(|| declarative::constructor(vm));
    let class = REGISTRY.class(vm);
    let registry = Registry {
        metadata,
        classes: RefCell::default(),
        type_annotation_map: RefCell::new(type_annotation_map.unwrap_or_default()),
        constructor: RefCell::new(constructor),
        mappers: RefCell::default(),
        new_mappers: Cell::new(false),
    };
    let registry = Handle::new(vm, &class, registry);
    configure::enlist(vm, &registry);
    registry
}

/// Gives a class without an `__init__` of its own the registry's constructor.
fn give_constructor(vm: &mut Vm, registry: &Registry, class: &Rc<Class>) {
    let name = vm.names.__init__.clone();
    let object = vm.types.object.clone();
    let (own, default) = (vm.class_attr(class, &name), vm.class_attr(&object, &name));
    if matches!((&own, &default), (Some(own), Some(default)) if own.is(default)) {
        let constructor = registry.constructor.borrow().clone();
        vm.set_class_attr(class, &name, constructor);
    }
}

/// `@registry.mapped_as_dataclass`: the registry, the options, the class.
fn map_as_dataclass(vm: &mut Vm, args: &Args) -> Result {
    let [registry, options, class] = args.exactly(vm, "mapped_as_dataclass")?;
    let registry = Handle::of(registry).expect("a method of registry has one");
    let Some(of) = class.as_class() else {
        return Err(vm.type_error("mapped_as_dataclass() decorates a class"));
    };
    declarative::set_dataclass_arguments(vm, of, options);
    declarative::map_declared(vm, &registry, of)?;
    Ok(class.clone())
}

/// `registry.map_imperatively(class, table, properties={…})`
fn map_imperatively(vm: &mut Vm, args: &Args) -> Result {
    let registry = handle(args);
    let mut keywords = Keywords::of(args);
    let class = args
        .positional
        .get(1)
        .cloned()
        .or_else(|| keywords.take("class_"))
        .unwrap_or_default();
    let table = args
        .positional
        .get(2)
        .cloned()
        .or_else(|| keywords.take("local_table"))
        .unwrap_or_default();
    let Some(class) = class.as_class().cloned() else {
        let shown = vm.repr(&class)?;
        return Err(exc::ARGUMENT_ERROR.error(
            vm,
            format!("expected an instance of <class 'type'> for cls_, got {shown}"),
        ));
    };
    if mapper_of(&class).is_some() {
        let shown = vm.str(&Value::Class(class.clone()))?;
        let text = format!("Class '{shown}' already has a primary mapper defined. ");
        return Err(exc::ARGUMENT_ERROR.error(vm, text));
    }
    let inherits = build::inherited(vm, &class)?;
    let table = match (Handle::<Table>::of(&table), &inherits) {
        (Some(table), _) => table,
        (None, Some(parent)) => parent.local_table.clone(),
        (None, None) => {
            let shown = vm.str(&Value::Class(class.clone()))?;
            return Err(exc::ARGUMENT_ERROR.error(
                vm,
                format!("Mapper for {shown} does not have a persist_selectable specified."),
            ));
        }
    };
    super::clsregistry::add(vm, &registry, &class)?;
    give_constructor(vm, &registry, &class);
    let mut properties = Vec::new();
    let given = keywords.take_some("properties");
    if let Some(dict) = given.as_ref().and_then(Value::as_dict) {
        let items: Vec<(Value, Value)> = dict
            .borrow()
            .iter()
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        for (key, value) in items {
            let Some(key) = name_of(vm, &key) else {
                continue;
            };
            properties.push((key, build::given(vm, &value)?));
        }
    }
    let rest = keywords.rest();
    build::map(
        vm,
        &registry,
        &class,
        table,
        inherits,
        properties,
        &[],
        rest,
    )
    .map(|mapper| mapper.value())
}
