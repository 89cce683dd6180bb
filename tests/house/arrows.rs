//! Which file needs which other file, through re-exports, renames, globs and macros?

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{How, Tree, Written};

/// One file needs another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Arrow {
    pub(crate) from: String,
    pub(crate) line: usize,
    pub(crate) to: String,
    /// The path as it is written.
    pub(crate) path: String,
    /// The path as it would be without a re-export.
    pub(crate) straight: String,
    /// Whether it goes through what `lib.rs` exports.
    pub(crate) by_root: bool,
}

/// The target of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Target {
    module: usize,
    /// The item in the module, unless it is the module itself.
    item: Option<String>,
    by_root: bool,
}

/// The names being looked up, so that the lookup ends even if two globs import each other.
type Asked = BTreeSet<(usize, String)>;

/// Returns every arrow between two files, sorted by file and line.
pub(crate) fn arrows(tree: &Tree) -> BTreeSet<Arrow> {
    let mut arrows = BTreeSet::new();
    for written in &tree.written {
        let path = written.path.join("::");
        let targets = match (&written.how, written.path.as_slice()) {
            (How::Call(_), [name]) => tree.macro_named(written.module, name),
            (How::Path, _) => tree.resolve(written.module, &written.path, true),
            _ => tree.resolve(written.module, &written.path, false),
        };
        for target in targets {
            if matches!(written.how, How::Glob) && target.module != 0 {
                for exported in tree.exports(target.module, &mut BTreeSet::new()) {
                    arrows.extend(tree.arrow(written, written.line, &format!("{path}::*"), &exported));
                }
            }
            if let How::Call(words) = &written.how {
                for (module, word, line) in tree.filled(&target, words) {
                    let target = Target { module, item: None, by_root: false };
                    arrows.extend(tree.arrow(written, line, &format!("{path}! {{ .. {word} .. }}"), &target));
                }
            }
            let sign = match written.how {
                How::Glob => "::*",
                How::Call(_) => "!",
                How::Use | How::Path => "",
            };
            arrows.extend(tree.arrow(written, written.line, &format!("{path}{sign}"), &target));
        }
    }
    arrows
}

impl Tree {
    fn arrow(&self, written: &Written, line: usize, path: &str, target: &Target) -> Option<Arrow> {
        let (from, to) = (&self.modules[written.module].file, &self.modules[target.module].file);
        let mut straight = self.path_of(target.module);
        straight.extend(target.item.clone());
        (from != to).then(|| Arrow {
            from: from.clone(),
            line,
            to: to.clone(),
            path: path.to_owned(),
            straight: straight.join("::"),
            by_root: target.by_root || to == "lib.rs",
        })
    }

    fn path_of(&self, module: usize) -> Vec<String> {
        let mut path = match self.modules[module].parent {
            Some(parent) => self.path_of(parent),
            None => return vec!["crate".to_owned()],
        };
        path.push(self.modules[module].name.clone());
        path
    }

    /// Returns the target of a path. With `bare`, an unknown first word may be a local name or one of another crate.
    fn resolve(&self, from: usize, path: &[String], bare: bool) -> Vec<Target> {
        self.follow(from, path, bare, &mut Asked::new())
    }

    fn follow(&self, from: usize, path: &[String], bare: bool, asked: &mut Asked) -> Vec<Target> {
        let Some((first, rest)) = path.split_first() else { return Vec::new() };
        let at = |module| vec![Target { module, item: None, by_root: false }];
        let mut targets = match first.as_str() {
            "crate" => at(0),
            "self" => at(from),
            name if self.alias.as_deref() == Some(name) => at(0),
            "super" => self.modules[from].parent.map_or_else(Vec::new, at),
            name => {
                let mut found = self.look_up(from, name, true, asked);
                // A macro needs no path in its own file; elsewhere it has one if it is imported.
                found.extend(self.macro_around(from, name).map(|module| Self::item(module, name)));
                found
            }
        };
        if bare && rest.is_empty() {
            return Vec::new();
        }
        for name in rest {
            targets = targets
                .into_iter()
                .filter(|target| !self.is_macro(target))
                .flat_map(|target| match (&target.item, name.as_str()) {
                    // The members of an item are where the item is.
                    (Some(_), _) | (None, "self") => vec![target],
                    (None, "super") => self.modules[target.module].parent.map_or_else(Vec::new, at),
                    (None, name) => through(target.by_root, self.look_up(target.module, name, false, asked)),
                })
                .collect();
        }
        targets
    }

    /// Returns what a name means in a module. With `strict`, only what is surely there; otherwise the module itself if nothing
    /// has the name, because a macro may have made it.
    fn look_up(&self, module: usize, name: &str, strict: bool, asked: &mut Asked) -> Vec<Target> {
        let it = &self.modules[module];
        let item = |module| Self::item(module, name);
        // A module and a macro or an import may have the same name.
        let mut targets = Vec::new();
        targets.extend(it.children.get(name).map(|&module| Target { module, item: None, by_root: false }));
        targets.extend(it.items.contains(name).then(|| item(module)));
        targets.extend(self.exported.get(name).filter(|_| module == 0).map(|&module| item(module)));
        let here = !targets.is_empty();
        if !asked.insert((module, name.to_owned())) {
            return targets;
        }
        let mut imported = here;
        for import in it.imports.iter().filter(|import| import.name.as_deref() == Some(name)) {
            imported = true;
            targets.extend(through(module == 0, self.follow(module, &import.path, false, asked)));
        }
        let globs = || it.imports.iter().filter(|import| import.name.is_none());
        if !imported {
            for glob in globs() {
                for target in self.follow(module, &glob.path, false, asked) {
                    targets.extend(through(module == 0, self.look_up(target.module, name, true, asked)));
                }
            }
        }
        asked.remove(&(module, name.to_owned()));
        if !imported && targets.is_empty() && !strict {
            let made = |module: usize| self.modules[module].made.contains(name);
            let mut beyond =
                globs().flat_map(|glob| self.resolve(module, &glob.path, false)).map(|target| target.module);
            targets.push(item(beyond.find(|&it| made(it) && !made(module)).unwrap_or(module)));
        }
        targets
    }

    /// Returns the macro of a bare name: in this file or imported, in a module around it, or exposed with `#[macro_use]`.
    fn macro_named(&self, module: usize, name: &str) -> Vec<Target> {
        let file = &self.modules[module].file;
        let is = |at: &usize| self.modules[*at].macros.contains(name);
        let own = (0..self.modules.len()).filter(|&at| self.modules[at].file == *file).find(is);
        let imported = || {
            self.around(module)
                .take_while(|&at| self.modules[at].file == *file)
                .flat_map(|at| self.look_up(at, name, true, &mut Asked::new()))
                .find(|target| self.is_macro(target))
        };
        let let_out = || (0..self.modules.len()).filter(|&at| self.modules[at].macro_use).find(is);
        let target = |module| Self::item(module, name);
        let found = own.map(target).or_else(imported);
        found.or_else(|| self.macro_around(module, name).or_else(let_out).map(target)).into_iter().collect()
    }

    /// Returns the nearest of this module and its ancestors that defines a macro of this name.
    fn macro_around(&self, module: usize, name: &str) -> Option<usize> {
        self.around(module).find(|&at| self.modules[at].macros.contains(name))
    }

    /// This module and its ancestors.
    fn around(&self, module: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(module), |&at| self.modules[at].parent)
    }

    fn item(module: usize, name: &str) -> Target {
        Target { module, item: Some(name.to_owned()), by_root: false }
    }

    fn is_macro(&self, target: &Target) -> bool {
        target.item.as_ref().is_some_and(|name| self.modules[target.module].macros.contains(name))
    }

    /// Returns what a glob import of a module brings: what the module defines and what it re-exports.
    fn exports(&self, module: usize, seen: &mut BTreeSet<usize>) -> Vec<Target> {
        if !seen.insert(module) {
            return Vec::new();
        }
        let mut targets = vec![Target { module, item: None, by_root: module == 0 }];
        for import in self.modules[module].imports.iter().filter(|import| import.public) {
            for target in self.resolve(module, &import.path, false) {
                if import.name.is_none() {
                    targets.extend(self.exports(target.module, seen));
                } else {
                    targets.push(target);
                }
            }
        }
        targets
    }

    /// Returns the modules that a macro's body reaches with the words of an invocation, by paths such as `crate::rules::$name`.
    fn filled<'a>(&self, called: &Target, words: &'a [(String, usize)]) -> Vec<(usize, &'a str, usize)> {
        let mut filled = Vec::new();
        for hole in &self.holes {
            if hole.module != called.module || called.item.as_ref() != Some(&hole.in_macro) {
                continue;
            }
            for prefix in self.resolve(hole.module, &hole.prefix, false).iter().filter(|it| it.item.is_none())
            {
                for (word, line) in words {
                    let named = (0..self.modules.len()).filter(|&it| self.modules[it].name == *word);
                    filled.extend(
                        named
                            .filter(|&it| self.is_in(it, prefix.module))
                            .map(|it| (it, word.as_str(), *line)),
                    );
                }
            }
        }
        filled
    }

    fn is_in(&self, module: usize, of: usize) -> bool {
        self.around(module).skip(1).any(|at| at == of)
    }
}

/// The meaning of a name that is found through another name.
fn through(root: bool, mut found: Vec<Target>) -> Vec<Target> {
    for target in &mut found {
        target.by_root |= root;
    }
    found
}

/// Finds cycles from a file to itself, shortest first, until none is left. Each cycle is removed when it is found, so no arrow is
/// in two of them.
pub(crate) fn rounds(arrows: &BTreeSet<Arrow>) -> Vec<Vec<Arrow>> {
    // The first arrow from one file to another represents all of them.
    let mut left: BTreeMap<&str, BTreeMap<&str, &Arrow>> = BTreeMap::new();
    for arrow in arrows {
        left.entry(&arrow.from).or_default().entry(&arrow.to).or_insert(arrow);
    }
    let mut rounds = Vec::new();
    while let Some(round) = left.keys().filter_map(|start| round(&left, start)).min_by_key(Vec::len) {
        for arrow in &round {
            left.entry(&arrow.from).or_default().remove(arrow.to.as_str());
        }
        rounds.push(round.into_iter().cloned().collect());
    }
    rounds
}

/// Finds the shortest cycle from a file to itself.
fn round<'a>(left: &BTreeMap<&'a str, BTreeMap<&'a str, &'a Arrow>>, start: &str) -> Option<Vec<&'a Arrow>> {
    // Breadth first; each file is kept with the arrow that reached it.
    let mut reached: BTreeMap<&str, &Arrow> = BTreeMap::new();
    let mut edge = vec![start];
    while !edge.is_empty() && !reached.contains_key(start) {
        let mut next = Vec::new();
        for (&to, &arrow) in edge.iter().filter_map(|from| left.get(from)).flatten() {
            if !reached.contains_key(to) {
                reached.insert(to, arrow);
                next.push(to);
            }
        }
        edge = next;
    }
    let mut round = vec![*reached.get(start)?];
    while let Some(last) = round.last().filter(|last| last.from != start) {
        round.push(reached.get(last.from.as_str())?);
    }
    round.reverse();
    Some(round)
}
