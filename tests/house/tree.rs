//! Which modules do the sources have, what does each define and import, and which paths are written?
//!
//! Everything is read from tokens, so a path in the body of a macro counts like any other.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The files of `src` by their path within it, such as `model/fact.rs`.
pub(crate) type Sources = BTreeMap<String, String>;

/// A module: a file, or a block within one.
#[derive(Debug, Default)]
pub(crate) struct Module {
    pub(crate) file: String,
    /// The module's name within its parent; the root has none.
    pub(crate) name: String,
    pub(crate) parent: Option<usize>,
    pub(crate) children: BTreeMap<String, usize>,
    /// The explicitly defined names, and the macros.
    pub(crate) items: BTreeSet<String>,
    pub(crate) macros: BTreeSet<String>,
    /// The words given to macros that make items: the names that they define are among these words, or cannot be known.
    pub(crate) made: BTreeSet<String>,
    pub(crate) imports: Vec<Import>,
    /// Whether `#[macro_use]` exposes the macros.
    pub(crate) macro_use: bool,
}

/// A name that a `use` brings into a module.
#[derive(Debug)]
pub(crate) struct Import {
    /// `None` for a glob.
    pub(crate) name: Option<String>,
    pub(crate) path: Vec<String>,
    pub(crate) public: bool,
}

/// A path as it is written somewhere.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) module: usize,
    pub(crate) path: Vec<String>,
    pub(crate) line: usize,
    pub(crate) how: How,
}

/// The purpose of a path.
#[derive(Debug)]
pub(crate) enum How {
    Use,
    Glob,
    Path,
    /// A macro invocation, with its words.
    Call(Vec<(String, usize)>),
}

/// A path in a macro's body that the invocation completes: `crate::rules::$name`.
#[derive(Debug)]
pub(crate) struct Hole {
    pub(crate) module: usize,
    pub(crate) in_macro: String,
    pub(crate) prefix: Vec<String>,
}

/// Everything that is read.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) modules: Vec<Module>,
    pub(crate) written: Vec<Written>,
    pub(crate) holes: Vec<Hole>,
    /// Macros with `#[macro_export]`, which are at the root wherever they are defined.
    pub(crate) exported: BTreeMap<String, usize>,
    /// The name that `extern crate self as name` gives the root.
    pub(crate) alias: Option<String>,
    /// The declared files, and the files of tests.
    pub(crate) files: BTreeSet<String>,
    pub(crate) tests: BTreeSet<String>,
    /// What could not be read.
    pub(crate) unread: Vec<String>,
}

/// The context of a run of tokens.
#[derive(Clone, Copy, Debug)]
struct Place<'a> {
    module: usize,
    /// Whether it is directly in the module, where items are, and not in a function or a macro invocation.
    items: bool,
    in_macro: Option<&'a str>,
}

/// The attributes before an item, as far as they matter.
#[derive(Debug, Default)]
struct Attributes {
    test: bool,
    macro_use: bool,
    exported: bool,
    path: Option<String>,
}

impl Tree {
    pub(crate) fn read(sources: &Sources) -> Self {
        let mut tree = Self::default();
        tree.modules.push(Module { file: "lib.rs".to_owned(), ..Module::default() });
        tree.file(sources, 0);
        tree
    }

    /// Reads the file of a module.
    fn file(&mut self, sources: &Sources, module: usize) {
        let file = self.modules[module].file.clone();
        self.files.insert(file.clone());
        match sources.get(&file).map(|source| source.parse::<TokenStream>()) {
            Some(Ok(tokens)) => {
                self.tokens(sources, tokens, Place { module, items: true, in_macro: None });
            }
            Some(Err(error)) => self.unread.push(format!("{file}:{}: {error}", error.span().start().line)),
            None => self.unread.push(format!("{file}: a module is declared and has no file")),
        }
    }

    fn tokens(&mut self, sources: &Sources, tokens: TokenStream, place: Place<'_>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut attributes = Attributes::default();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let Some((group, next)) = attribute(&tokens, at) {
                self.attribute(&group, &mut attributes, place);
                at = next;
                continue;
            }
            if attributes.test {
                at = self.skip(sources, &tokens, at, place);
                attributes = Attributes::default();
                continue;
            }
            match token {
                TokenTree::Group(group) => {
                    // A brace or a semicolon ends an item, and with it the effect of its attributes.
                    attributes = Attributes::default();
                    self.tokens(sources, group.stream(), Place { items: false, ..place });
                    at += 1;
                }
                TokenTree::Ident(_) if named(&tokens, at) => {
                    at = self.word(sources, &tokens, at, place, &mut attributes);
                }
                _ => at += 1,
            }
        }
    }

    /// Reads from a word on, and returns where to continue.
    fn word(
        &mut self,
        sources: &Sources,
        tokens: &[TokenTree],
        at: usize,
        place: Place<'_>,
        attributes: &mut Attributes,
    ) -> usize {
        let word = ident(tokens, at).unwrap_or_default();
        let name = ident(tokens, at + 1);
        match (word.as_str(), name) {
            ("use", _) if !punct(tokens, at + 1, '<') => return self.import(tokens, at, place),
            ("extern", _) if ident(tokens, at + 2).is_some_and(|it| it == "self") => {
                self.alias = ident(tokens, at + 4);
                return at + 5;
            }
            ("mod", Some(name)) if place.in_macro.is_none() => {
                let child = self.declare(name, place.module, std::mem::take(attributes));
                if let Some(TokenTree::Group(body)) = tokens.get(at + 2) {
                    self.tokens(sources, body.stream(), Place { module: child, items: true, in_macro: None });
                } else {
                    self.place(sources, child);
                    self.file(sources, child);
                }
                return at + 3;
            }
            ("macro_rules", _) if punct(tokens, at + 1, '!') => {
                let (name, body) = (ident(tokens, at + 2).unwrap_or_default(), tokens.get(at + 3));
                if std::mem::take(attributes).exported {
                    self.exported.insert(name.clone(), place.module);
                }
                if place.in_macro.is_none() {
                    self.modules[place.module].macros.insert(name.clone());
                }
                if let Some(TokenTree::Group(body)) = body {
                    let in_macro = Some(place.in_macro.unwrap_or(&name));
                    self.tokens(sources, body.stream(), Place { items: false, in_macro, ..place });
                }
                return at + 4;
            }
            ("struct" | "enum" | "union" | "trait" | "type" | "fn" | "const" | "static", Some(name))
                if place.items =>
            {
                self.modules[place.module].items.insert(name);
            }
            ("impl", _) if place.items => _ = self.modules[place.module].items.insert(word),
            _ => {}
        }
        self.path(tokens, at, place)
    }

    /// Reads a path that is not an import, and returns where it ends.
    fn path(&mut self, tokens: &[TokenTree], at: usize, place: Place<'_>) -> usize {
        let mut path = vec![ident(tokens, at).unwrap_or_default()];
        let mut end = at + 1;
        let mut open = false;
        while colons(tokens, end) {
            let Some(next) = ident(tokens, end + 2) else {
                open = punct(tokens, end + 2, '$');
                break;
            };
            path.push(next);
            end += 3;
        }
        let line = line(tokens, at);
        if let Some(in_macro) = place.in_macro.filter(|_| open) {
            let in_macro = in_macro.to_owned();
            self.holes.push(Hole { module: place.module, in_macro, prefix: path });
            return end;
        }
        if let (true, Some(TokenTree::Group(given))) = (punct(tokens, end, '!'), tokens.get(end + 1)) {
            if path.last().is_some_and(|name| name == "include") {
                let file = &self.modules[place.module].file;
                self.unread
                    .push(format!("{file}:{line}: `include!` brings what is not read; allowed is `mod`"));
            }
            let mut words = Vec::new();
            all_words(given.stream(), &mut words);
            if place.items {
                self.modules[place.module].made.extend(words.iter().map(|(word, _)| word.clone()));
            }
            self.written.push(Written { module: place.module, path, line, how: How::Call(words) });
        } else if path.len() > 1 {
            self.written.push(Written { module: place.module, path, line, how: How::Path });
        }
        end
    }

    /// Reads a `use`, and returns where it ends.
    fn import(&mut self, tokens: &[TokenTree], at: usize, place: Place<'_>) -> usize {
        let public = match at.checked_sub(1).and_then(|before| tokens.get(before)) {
            Some(TokenTree::Ident(word)) => word == "pub",
            Some(TokenTree::Group(_)) => at >= 2 && ident(tokens, at - 2).is_some_and(|word| word == "pub"),
            _ => false,
        };
        let end = (at..tokens.len()).find(|&end| punct(tokens, end, ';')).unwrap_or(tokens.len());
        self.branch(&tokens[at + 1..end], Vec::new(), public, place);
        end + 1
    }

    /// Reads one branch of the tree of a `use`.
    fn branch(&mut self, tokens: &[TokenTree], mut path: Vec<String>, public: bool, place: Place<'_>) {
        let line = line(tokens, 0);
        let mut name = None;
        let mut glob = false;
        let mut at = 0;
        // Nothing follows the last comma, and `::core` belongs to another crate.
        if tokens.is_empty() || (path.is_empty() && colons(tokens, 0)) {
            return;
        }
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    for part in
                        inner.split(|token| matches!(token, TokenTree::Punct(it) if it.as_char() == ','))
                    {
                        self.branch(part, path.clone(), public, place);
                    }
                    return;
                }
                TokenTree::Ident(word) if word == "as" => {
                    name = ident(tokens, at + 1);
                    break;
                }
                TokenTree::Ident(word) if !(word == "self" && at == 0 && !path.is_empty()) => {
                    path.push(word.to_string());
                }
                TokenTree::Punct(it) if it.as_char() == '*' => glob = true,
                TokenTree::Punct(it)
                    if it.as_char() == '$' && ident(tokens, at + 1).is_none_or(|it| it != "crate") =>
                {
                    if let Some(in_macro) = place.in_macro {
                        let in_macro = in_macro.to_owned();
                        self.holes.push(Hole { module: place.module, in_macro, prefix: path });
                    }
                    return;
                }
                _ => {}
            }
            at += 1;
        }
        let Some(last) = path.last() else { return };
        let name = if glob { None } else { Some(name.unwrap_or_else(|| last.clone())) };
        if place.in_macro.is_none() {
            self.modules[place.module].imports.push(Import { name, path: path.clone(), public });
        }
        let how = if glob { How::Glob } else { How::Use };
        self.written.push(Written { module: place.module, path, line, how });
    }

    /// Reads the paths in an attribute, also in strings such as those of `serde(with = "...")`.
    fn attribute(&mut self, group: &Group, attributes: &mut Attributes, place: Place<'_>) {
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        match ident(&tokens, 0).as_deref() {
            Some("doc") => return,
            Some("cfg") => attributes.test |= tokens.get(1).is_some_and(of_tests),
            Some("macro_use") => attributes.macro_use = true,
            Some("macro_export") => attributes.exported = true,
            Some("path") => attributes.path = tokens.get(2).map(text),
            _ => {}
        }
        let unquoted = unquoted(group.stream());
        self.tokens(&Sources::new(), unquoted, Place { items: false, ..place });
    }

    fn declare(&mut self, name: String, parent: usize, attributes: Attributes) -> usize {
        let child = self.modules.len();
        // The module is in its parent's file unless it turns out to have its own.
        let file = attributes.path.map_or_else(
            || self.modules[parent].file.clone(),
            |path| match self.modules[parent].file.rsplit_once('/') {
                Some((folder, _)) => format!("{folder}/{path}"),
                None => path,
            },
        );
        let macro_use = attributes.macro_use;
        self.modules[parent].children.insert(name.clone(), child);
        self.modules.push(Module { file, name, parent: Some(parent), macro_use, ..Module::default() });
        child
    }

    /// Finds the file of a module that is declared without a body.
    fn place(&mut self, sources: &Sources, module: usize) {
        let parent = self.modules[module].parent.unwrap_or_default();
        if self.modules[module].file == self.modules[parent].file {
            self.modules[module].file = self.beside(sources, parent, &self.modules[module].name);
        }
    }

    /// Returns the file of `mod name;` in a module.
    fn beside(&self, sources: &Sources, module: usize, name: &str) -> String {
        let (mut at, mut folder) = (module, name.to_owned());
        while let Some(parent) =
            self.modules[at].parent.filter(|&it| self.modules[it].file == self.modules[at].file)
        {
            folder = format!("{}/{folder}", self.modules[at].name);
            at = parent;
        }
        let file = &self.modules[at].file;
        let here = match file.strip_suffix("mod.rs") {
            Some(here) => here.to_owned(),
            None if file == "lib.rs" => String::new(),
            None => format!("{}/", file.trim_end_matches(".rs")),
        };
        let flat = format!("{here}{folder}.rs");
        if sources.contains_key(&flat) { flat } else { format!("{here}{folder}/mod.rs") }
    }

    /// Skips an item of tests, and returns where to continue.
    fn skip(&mut self, sources: &Sources, tokens: &[TokenTree], at: usize, place: Place<'_>) -> usize {
        let mut import = false;
        for end in at..tokens.len() {
            import |= ident(tokens, end).is_some_and(|word| word == "use");
            if let (Some("mod"), Some(name)) = (ident(tokens, end).as_deref(), ident(tokens, end + 1)) {
                if punct(tokens, end + 2, ';') {
                    let file = self.beside(sources, place.module, &name);
                    let folder = format!("{}/", file.trim_end_matches("/mod.rs").trim_end_matches(".rs"));
                    self.tests
                        .extend(sources.keys().filter(|it| **it == file || it.starts_with(&folder)).cloned());
                }
            }
            let brace = matches!(&tokens[end], TokenTree::Group(it) if it.delimiter() == Delimiter::Brace);
            if punct(tokens, end, ';') || (brace && !import) {
                return end + 1;
            }
        }
        tokens.len()
    }
}

/// The attribute that begins here, and where it ends.
fn attribute(tokens: &[TokenTree], at: usize) -> Option<(Group, usize)> {
    let bracket = at + if punct(tokens, at + 1, '!') { 2 } else { 1 };
    match tokens.get(bracket) {
        Some(TokenTree::Group(group))
            if punct(tokens, at, '#') && group.delimiter() == Delimiter::Bracket =>
        {
            Some((group.clone(), bracket + 1))
        }
        _ => None,
    }
}

/// Whether a condition of `cfg` asks for tests, and not for their absence.
fn of_tests(condition: &TokenTree) -> bool {
    let TokenTree::Group(group) = condition else { return false };
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    (0..tokens.len()).any(|at| {
        let before = at.checked_sub(1).and_then(|before| ident(&tokens, before));
        ident(&tokens, at).is_some_and(|word| word == "test")
            || (before.as_deref() == Some("all") && of_tests(&tokens[at]))
    })
}

/// Whether the word here may begin a path: it is not part of one, not a method, and not a macro variable.
fn named(tokens: &[TokenTree], at: usize) -> bool {
    let of_macro =
        at >= 1 && punct(tokens, at - 1, '$') && ident(tokens, at).is_some_and(|word| word != "crate");
    let method = at >= 1 && punct(tokens, at - 1, '.') && !(at >= 2 && punct(tokens, at - 2, '.'));
    let inside = at >= 2 && colons(tokens, at - 2);
    !(of_macro || method || inside)
}

fn all_words(tokens: TokenStream, words: &mut Vec<(String, usize)>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => all_words(group.stream(), words),
            TokenTree::Ident(word) => words.push((word.to_string(), word.span().start().line)),
            _ => {}
        }
    }
}

/// Returns the same tokens, with the paths in strings as tokens too.
fn unquoted(tokens: TokenStream) -> TokenStream {
    let unquote = |token: TokenTree| match token {
        TokenTree::Group(group) => vec![Group::new(group.delimiter(), unquoted(group.stream())).into()],
        TokenTree::Literal(_) if text(&token).contains("::") => match text(&token).parse::<TokenStream>() {
            Ok(path) => path
                .into_iter()
                .map(|mut it| {
                    it.set_span(token.span());
                    it
                })
                .collect(),
            Err(_) => vec![token],
        },
        _ => vec![token],
    };
    tokens.into_iter().flat_map(unquote).collect()
}

/// Returns the text between the quotes of a literal.
fn text(literal: &TokenTree) -> String {
    literal.to_string().trim_matches('"').to_owned()
}

fn ident(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at) {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    }
}

fn punct(tokens: &[TokenTree], at: usize, character: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(it)) if it.as_char() == character)
}

fn colons(tokens: &[TokenTree], at: usize) -> bool {
    punct(tokens, at, ':') && punct(tokens, at + 1, ':')
}

fn line(tokens: &[TokenTree], at: usize) -> usize {
    tokens.get(at).map_or(0, |token| token.span().start().line)
}
