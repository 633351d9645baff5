//! SQLAlchemy's exceptions and warnings.

use std::cell::Cell;

use python::object::{Host, Layout, MethodDef, Value};
use python::vm::{Result, Vm};

use crate::native::{Base, Entry, Item, Native, getter};

/// What every exception and warning can be asked.
const METHODS: &[MethodDef] = &[getter("code", |_, args| {
    let message = args.positional[0]
        .as_exception()
        .and_then(|data| data.borrow().args.first().cloned());
    let code = message.as_ref().and_then(Value::as_str).and_then(code_in);
    Ok(code.map_or(Value::None, Value::str))
})];

/// The code at the end of the address in a message.
fn code_in(message: &str) -> Option<&str> {
    let (_, rest) = message.split_once("https://sqlalche.me/e/21/")?;
    rest.split_once(')').map(|(code, _)| code)
}

macro_rules! exceptions {
    ($module:literal, $table:ident: $($constant:ident = $name:literal ($($base:tt)+);)*) => {
        $(
            #[doc = concat!("`", $name, "`")]
            pub static $constant: Native =
                Native::with_layout($name, $module, Layout::Exception, exceptions!(@bases $($base)+), METHODS);
        )*

        /// The names of the module.
        pub const $table: &[Entry] = &[$(($name, Item::Class(&$constant)),)*];
    };
    (@bases $($base:ident),+) => { &[$(exceptions!(@base $base)),+] };
    (@base exception) => { Base::Builtin(|vm| &vm.exceptions.exception) };
    (@base key_error) => { Base::Builtin(|vm| &vm.exceptions.key_error) };
    (@base warning) => { Base::Builtin(|vm| &vm.exceptions.warning) };
    (@base deprecation_warning) => { Base::Builtin(|vm| &vm.exceptions.deprecation_warning) };
    (@base pending_deprecation_warning) => { Base::Builtin(|vm| &vm.exceptions.pending_deprecation_warning) };
    (@base runtime_warning) => { Base::Builtin(|vm| &vm.exceptions.runtime_warning) };
    (@base $native:ident) => { Base::Native(&$native) };
}

exceptions! {
    "sqlalchemy.exc", NAMES:
    SQL_ALCHEMY_ERROR = "SQLAlchemyError" (exception);
    EMULATED_DBAPI_EXCEPTION = "EmulatedDBAPIException" (exception);
    ARGUMENT_ERROR = "ArgumentError" (SQL_ALCHEMY_ERROR);
    DUPLICATE_COLUMN_ERROR = "DuplicateColumnError" (ARGUMENT_ERROR);
    OBJECT_NOT_EXECUTABLE_ERROR = "ObjectNotExecutableError" (ARGUMENT_ERROR);
    NO_SUCH_MODULE_ERROR = "NoSuchModuleError" (ARGUMENT_ERROR);
    NO_FOREIGN_KEYS_ERROR = "NoForeignKeysError" (ARGUMENT_ERROR);
    AMBIGUOUS_FOREIGN_KEYS_ERROR = "AmbiguousForeignKeysError" (ARGUMENT_ERROR);
    CONSTRAINT_COLUMN_NOT_FOUND_ERROR = "ConstraintColumnNotFoundError" (ARGUMENT_ERROR);
    CIRCULAR_DEPENDENCY_ERROR = "CircularDependencyError" (SQL_ALCHEMY_ERROR);
    COMPILE_ERROR = "CompileError" (SQL_ALCHEMY_ERROR);
    UNSUPPORTED_COMPILATION_ERROR = "UnsupportedCompilationError" (COMPILE_ERROR);
    IDENTIFIER_ERROR = "IdentifierError" (SQL_ALCHEMY_ERROR);
    DISCONNECTION_ERROR = "DisconnectionError" (SQL_ALCHEMY_ERROR);
    TIMEOUT_ERROR = "TimeoutError" (SQL_ALCHEMY_ERROR);
    INVALID_REQUEST_ERROR = "InvalidRequestError" (SQL_ALCHEMY_ERROR);
    ILLEGAL_STATE_CHANGE_ERROR = "IllegalStateChangeError" (INVALID_REQUEST_ERROR);
    NO_INSPECTION_AVAILABLE = "NoInspectionAvailable" (INVALID_REQUEST_ERROR);
    PENDING_ROLLBACK_ERROR = "PendingRollbackError" (INVALID_REQUEST_ERROR);
    RESOURCE_CLOSED_ERROR = "ResourceClosedError" (INVALID_REQUEST_ERROR);
    NO_SUCH_COLUMN_ERROR = "NoSuchColumnError" (INVALID_REQUEST_ERROR, key_error);
    NO_RESULT_FOUND = "NoResultFound" (INVALID_REQUEST_ERROR);
    MULTIPLE_RESULTS_FOUND = "MultipleResultsFound" (INVALID_REQUEST_ERROR);
    NO_REFERENCE_ERROR = "NoReferenceError" (INVALID_REQUEST_ERROR);
    AWAIT_REQUIRED = "AwaitRequired" (INVALID_REQUEST_ERROR);
    NO_REFERENCED_TABLE_ERROR = "NoReferencedTableError" (NO_REFERENCE_ERROR);
    NO_REFERENCED_COLUMN_ERROR = "NoReferencedColumnError" (NO_REFERENCE_ERROR);
    NO_SUCH_TABLE_ERROR = "NoSuchTableError" (INVALID_REQUEST_ERROR);
    UNREFLECTABLE_TABLE_ERROR = "UnreflectableTableError" (INVALID_REQUEST_ERROR);
    UNBOUND_EXECUTION_ERROR = "UnboundExecutionError" (INVALID_REQUEST_ERROR);
    STATEMENT_ERROR = "StatementError" (SQL_ALCHEMY_ERROR);
    DBAPI_ERROR = "DBAPIError" (STATEMENT_ERROR);
    INTERFACE_ERROR = "InterfaceError" (DBAPI_ERROR);
    DATABASE_ERROR = "DatabaseError" (DBAPI_ERROR);
    DATA_ERROR = "DataError" (DATABASE_ERROR);
    OPERATIONAL_ERROR = "OperationalError" (DATABASE_ERROR);
    INTEGRITY_ERROR = "IntegrityError" (DATABASE_ERROR);
    INTERNAL_ERROR = "InternalError" (DATABASE_ERROR);
    PROGRAMMING_ERROR = "ProgrammingError" (DATABASE_ERROR);
    NOT_SUPPORTED_ERROR = "NotSupportedError" (DATABASE_ERROR);
    SA_TEST_SUITE_WARNING = "SATestSuiteWarning" (warning);
    SA_DEPRECATION_WARNING = "SADeprecationWarning" (deprecation_warning);
    BASE20_DEPRECATION_WARNING = "Base20DeprecationWarning" (SA_DEPRECATION_WARNING);
    LEGACY_API_WARNING = "LegacyAPIWarning" (BASE20_DEPRECATION_WARNING);
    MOVED_IN20_WARNING = "MovedIn20Warning" (BASE20_DEPRECATION_WARNING);
    SA_PENDING_DEPRECATION_WARNING = "SAPendingDeprecationWarning" (pending_deprecation_warning);
    SA_WARNING = "SAWarning" (runtime_warning);
}

exceptions! {
    "sqlalchemy.orm.exc", ORM_NAMES:
    STALE_DATA_ERROR = "StaleDataError" (SQL_ALCHEMY_ERROR);
    FLUSH_ERROR = "FlushError" (SQL_ALCHEMY_ERROR);
    MAPPED_ANNOTATION_ERROR = "MappedAnnotationError" (ARGUMENT_ERROR);
    UNMAPPED_ERROR = "UnmappedError" (INVALID_REQUEST_ERROR);
    OBJECT_DEREFERENCED_ERROR = "ObjectDereferencedError" (SQL_ALCHEMY_ERROR);
    DETACHED_INSTANCE_ERROR = "DetachedInstanceError" (SQL_ALCHEMY_ERROR);
    UNMAPPED_INSTANCE_ERROR = "UnmappedInstanceError" (UNMAPPED_ERROR);
    UNMAPPED_CLASS_ERROR = "UnmappedClassError" (UNMAPPED_ERROR);
    OBJECT_DELETED_ERROR = "ObjectDeletedError" (INVALID_REQUEST_ERROR);
    UNMAPPED_COLUMN_ERROR = "UnmappedColumnError" (INVALID_REQUEST_ERROR);
    LOADER_STRATEGY_EXCEPTION = "LoaderStrategyException" (INVALID_REQUEST_ERROR);
}

/// Whether mappers are being configured on behalf of another operation: warnings say so.
#[derive(Default)]
struct Implicit(Cell<bool>);

impl Host for Implicit {}

/// Runs the configuration that another operation needs.
pub fn while_configuring<T>(vm: &mut Vm, act: impl FnOnce(&mut Vm) -> Result<T>) -> Result<T> {
    let implicit = vm.state::<Implicit>();
    let before = implicit.0.replace(true);
    let answer = act(vm);
    implicit.0.set(before);
    answer
}

/// Warns with a `SAWarning`.
pub fn warn(vm: &mut Vm, text: impl AsRef<str>) -> Result<()> {
    let category = SA_WARNING.class(vm);
    warn_of(vm, &category, text.as_ref())
}

fn warn_of(vm: &mut Vm, category: &std::rc::Rc<python::object::Class>, text: &str) -> Result<()> {
    if vm.state::<Implicit>().0.get() {
        let text = format!(
            "{text} (This warning originated from the `configure_mappers()` process, which was invoked \
             automatically in response to a user-initiated operation.)"
        );
        return vm.warn(category, &text);
    }
    vm.warn(category, text)
}

/// Warns with a `SADeprecationWarning`.
pub fn warn_deprecated(vm: &mut Vm, text: impl AsRef<str>, version: &str) -> Result<()> {
    let category = SA_DEPRECATION_WARNING.class(vm);
    let text = format!("{} (deprecated since: {version})", text.as_ref());
    warn_of(vm, &category, &text)
}

/// A warning with the address of the page that explains it.
pub fn warning_with_code(text: &str, code: &str) -> String {
    format!("{text} (Background on this warning at: https://sqlalche.me/e/21/{code})")
}

/// A message with the address of the page that explains it.
pub fn with_code(text: &str, code: &str) -> String {
    format!("{text} (Background on this error at: https://sqlalche.me/e/21/{code})")
}
