//! The node kinds and fields of the Go grammar as closed sets, so that code can `match` on them.
//!
//! Names are looked up in the grammar once; what the grammar calls otherwise is `Token` (punctuation, keywords) or
//! `Error`. This file says nothing about trees.

use std::sync::LazyLock;
use tree_sitter::Language;

/// The Go grammar.
pub static LANGUAGE: LazyLock<Language> = LazyLock::new(|| tree_sitter_go::LANGUAGE.into());

macro_rules! closed_set {
    ($(#[$outer:meta])* $set:ident { $($variant:ident = $name:literal,)* } else { $($(#[$inner:meta])* $other:ident,)* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $set {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
            $($(#[$inner])* $other,)*
        }

        impl $set {
            /// Every member that the grammar has a name for.
            pub const NAMED: &'static [(&'static str, $set)] = &[$(($name, $set::$variant),)*];

            /// The member of this name.
            pub fn named(name: &str) -> Option<$set> {
                $set::NAMED.iter().find(|(known, _)| *known == name).map(|(_, member)| *member)
            }
        }
    };
}

closed_set! {
    /// What a node is.
    Kind {
        ArgumentList = "argument_list",
        ArrayType = "array_type",
        AssignmentStatement = "assignment_statement",
        BinaryExpression = "binary_expression",
        BlankIdentifier = "blank_identifier",
        Block = "block",
        BreakStatement = "break_statement",
        CallExpression = "call_expression",
        ChannelType = "channel_type",
        Comment = "comment",
        CommunicationCase = "communication_case",
        CompositeLiteral = "composite_literal",
        ConstDeclaration = "const_declaration",
        ConstSpec = "const_spec",
        ContinueStatement = "continue_statement",
        DecStatement = "dec_statement",
        DefaultCase = "default_case",
        DeferStatement = "defer_statement",
        Dot = "dot",
        EmptyStatement = "empty_statement",
        EscapeSequence = "escape_sequence",
        ExpressionCase = "expression_case",
        ExpressionList = "expression_list",
        ExpressionStatement = "expression_statement",
        ExpressionSwitchStatement = "expression_switch_statement",
        FallthroughStatement = "fallthrough_statement",
        False = "false",
        FieldDeclaration = "field_declaration",
        FieldDeclarationList = "field_declaration_list",
        FieldIdentifier = "field_identifier",
        FloatLiteral = "float_literal",
        ForClause = "for_clause",
        ForStatement = "for_statement",
        FuncLiteral = "func_literal",
        FunctionDeclaration = "function_declaration",
        FunctionType = "function_type",
        GenericType = "generic_type",
        GoStatement = "go_statement",
        GotoStatement = "goto_statement",
        Identifier = "identifier",
        IfStatement = "if_statement",
        ImaginaryLiteral = "imaginary_literal",
        ImplicitLengthArrayType = "implicit_length_array_type",
        ImportDeclaration = "import_declaration",
        ImportSpec = "import_spec",
        ImportSpecList = "import_spec_list",
        IncStatement = "inc_statement",
        IndexExpression = "index_expression",
        IntLiteral = "int_literal",
        InterfaceType = "interface_type",
        InterpretedStringLiteral = "interpreted_string_literal",
        InterpretedStringLiteralContent = "interpreted_string_literal_content",
        Iota = "iota",
        KeyedElement = "keyed_element",
        LabelName = "label_name",
        LabeledStatement = "labeled_statement",
        LiteralElement = "literal_element",
        LiteralValue = "literal_value",
        MapType = "map_type",
        MethodDeclaration = "method_declaration",
        MethodElem = "method_elem",
        NegatedType = "negated_type",
        Nil = "nil",
        PackageClause = "package_clause",
        PackageIdentifier = "package_identifier",
        ParameterDeclaration = "parameter_declaration",
        ParameterList = "parameter_list",
        ParenthesizedExpression = "parenthesized_expression",
        ParenthesizedType = "parenthesized_type",
        PointerType = "pointer_type",
        QualifiedType = "qualified_type",
        RangeClause = "range_clause",
        RawStringLiteral = "raw_string_literal",
        RawStringLiteralContent = "raw_string_literal_content",
        ReceiveStatement = "receive_statement",
        ReturnStatement = "return_statement",
        RuneLiteral = "rune_literal",
        SelectStatement = "select_statement",
        SelectorExpression = "selector_expression",
        SendStatement = "send_statement",
        ShortVarDeclaration = "short_var_declaration",
        SliceExpression = "slice_expression",
        SliceType = "slice_type",
        SourceFile = "source_file",
        StatementList = "statement_list",
        StructType = "struct_type",
        True = "true",
        TypeAlias = "type_alias",
        TypeArguments = "type_arguments",
        TypeAssertionExpression = "type_assertion_expression",
        TypeCase = "type_case",
        TypeConstraint = "type_constraint",
        TypeConversionExpression = "type_conversion_expression",
        TypeDeclaration = "type_declaration",
        TypeElem = "type_elem",
        TypeIdentifier = "type_identifier",
        TypeInstantiationExpression = "type_instantiation_expression",
        TypeParameterDeclaration = "type_parameter_declaration",
        TypeParameterList = "type_parameter_list",
        TypeSpec = "type_spec",
        TypeSwitchStatement = "type_switch_statement",
        UnaryExpression = "unary_expression",
        VarDeclaration = "var_declaration",
        VarSpec = "var_spec",
        VarSpecList = "var_spec_list",
        VariadicArgument = "variadic_argument",
        VariadicParameterDeclaration = "variadic_parameter_declaration",
    } else {
        /// A keyword, an operator or punctuation.
        Token,
        /// A stretch that the parser could not read.
        Error,
    }
}

closed_set! {
    /// The part that a node plays in its parent.
    Field {
        Alias = "alias",
        Alternative = "alternative",
        Arguments = "arguments",
        Body = "body",
        Capacity = "capacity",
        Channel = "channel",
        Communication = "communication",
        Condition = "condition",
        Consequence = "consequence",
        Element = "element",
        End = "end",
        Field = "field",
        Function = "function",
        Index = "index",
        Initializer = "initializer",
        Key = "key",
        Label = "label",
        Left = "left",
        Length = "length",
        Name = "name",
        Operand = "operand",
        Operator = "operator",
        Package = "package",
        Parameters = "parameters",
        Path = "path",
        Receiver = "receiver",
        Result = "result",
        Right = "right",
        Start = "start",
        Tag = "tag",
        Type = "type",
        TypeArguments = "type_arguments",
        TypeParameters = "type_parameters",
        Update = "update",
        Value = "value",
    } else {
        /// None that the grammar names.
        Unnamed,
    }
}

/// By symbol id of the grammar.
static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    let kind_of = |id: u16| {
        let named = LANGUAGE.node_kind_is_named(id);
        LANGUAGE.node_kind_for_id(id).filter(|_| named).and_then(Kind::named).unwrap_or(Kind::Token)
    };
    (0..u16::try_from(LANGUAGE.node_kind_count()).unwrap_or(u16::MAX)).map(kind_of).collect()
});

/// By field id of the grammar.
static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let field_of = |id: u16| LANGUAGE.field_name_for_id(id).and_then(Field::named).unwrap_or(Field::Unnamed);
    (0..=u16::try_from(LANGUAGE.field_count()).unwrap_or(u16::MAX)).map(field_of).collect()
});

impl Kind {
    /// The kind with this symbol id; ids that the grammar does not have are errors of the parser.
    pub fn of(symbol: u16) -> Kind {
        KINDS.get(usize::from(symbol)).copied().unwrap_or(Kind::Error)
    }
}

impl Field {
    /// The field with this id; `None` is a child without one.
    pub fn of(field: Option<u16>) -> Field {
        field.and_then(|id| FIELDS.get(usize::from(id)).copied()).unwrap_or(Field::Unnamed)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_name_exists_in_the_grammar() {
        for (name, kind) in Kind::NAMED {
            let id = LANGUAGE.id_for_node_kind(name, true);
            assert_ne!(id, 0, "no node kind {name}");
            assert_eq!(Kind::of(id), *kind, "{name}");
        }
        for (name, field) in Field::NAMED {
            let id = LANGUAGE.field_id_for_name(name).map(std::num::NonZero::get);
            assert!(id.is_some(), "no field {name}");
            assert_eq!(Field::of(id), *field, "{name}");
        }
    }

    #[test]
    fn every_named_node_kind_of_the_grammar_has_a_member() {
        for id in 1..u16::try_from(LANGUAGE.node_kind_count()).unwrap() {
            if LANGUAGE.node_kind_is_named(id) && LANGUAGE.node_kind_is_visible(id) {
                assert_ne!(Kind::of(id), Kind::Token, "{:?}", LANGUAGE.node_kind_for_id(id));
            }
        }
        assert_eq!(Kind::of(u16::MAX), Kind::Error);
    }

    #[test]
    fn every_field_of_the_grammar_has_a_member() {
        for id in 1..=u16::try_from(LANGUAGE.field_count()).unwrap() {
            assert_ne!(Field::of(Some(id)), Field::Unnamed, "{:?}", LANGUAGE.field_name_for_id(id));
        }
    }
}
