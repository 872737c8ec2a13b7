//! `posts`: the posts of the office, and what each may do.

use capa_core::app::App;
use capa_core::domain::ids::PostId;
use capa_core::domain::office::Post;
use capa_core::domain::organise::PostForm;
use capa_core::domain::person::Role;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::{PostArguments, PostsCommand};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::table::table;
use crate::words::{self, life};

#[derive(Serialize)]
struct Row {
    id: PostId,
    name: String,
    department: Option<String>,
    roles: Vec<Role>,
}

/// Lists them, adds one or changes one.
pub fn run(folder: &Folder, asked: &PostsCommand) -> Result<Answer, Failure> {
    match asked {
        PostsCommand::List => list(folder),
        PostsCommand::Add { name, of } => add(folder, name, of),
        PostsCommand::Change { post, name, of, no_roles } => {
            change(folder, post, name.as_deref(), of, *no_roles)
        }
    }
}

fn list(folder: &Folder) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let rows: Vec<Row> = book.register.posts().map(|stood| row(&book, &stood.record)).collect();
    let words = words::of(folder.lang);
    if rows.is_empty() {
        return Answer::new(&rows, words.none.into());
    }
    let line = |row: &Row| {
        let roles: Vec<&str> = row.roles.iter().map(|role| life::role(folder.lang, *role)).collect();
        vec![row.name.clone(), row.department.clone().unwrap_or_default(), roles.join(", ")]
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let text = table(&[words.name, words.department, words.roles], &lines);
    Answer::new(&rows, text)
}

fn row(book: &Asked, post: &Post) -> Row {
    Row {
        id: post.id,
        name: book.text(&post.name),
        department: book.department(post.department),
        roles: post.roles.clone(),
    }
}

fn add(folder: &Folder, name: &str, of: &PostArguments) -> Result<Answer, Failure> {
    let mut app = folder.open_begun()?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let department = of.department.as_ref().map(|code| lookup.department(code)).transpose()?;
    let form = PostForm { id: None, revision: 0, name: name.into(), department, roles: of.role.clone() };
    save(folder, &mut app, form)
}

fn change(
    folder: &Folder,
    post: &str,
    name: Option<&str>,
    of: &PostArguments,
    no_roles: bool,
) -> Result<Answer, Failure> {
    let mut app = folder.open()?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let id = lookup.post(post)?;
    let department = of.department.as_ref().map(|code| lookup.department(code)).transpose()?;
    let stood = app.register().post_stood(id).ok_or_else(|| Failure::new("internal", folder.lang))?;
    let roles = match (no_roles, of.role.is_empty()) {
        (true, _) => Vec::new(),
        (false, true) => stood.record.roles.clone(),
        (false, false) => of.role.clone(),
    };
    let form = PostForm {
        id: Some(id),
        revision: stood.revision,
        name: name.map_or_else(|| stood.record.name.clone(), str::to_string),
        department: department.or(stood.record.department),
        roles,
    };
    save(folder, &mut app, form)
}

fn save(folder: &Folder, app: &mut App, form: PostForm) -> Result<Answer, Failure> {
    let id = app.save_post(form).map_err(|error| folder.failure(error))?;
    let book = Asked::after(app, folder.lang);
    let post = book.register.post(id).ok_or_else(|| Failure::new("internal", folder.lang))?;
    let row = row(&book, post);
    let text = format!("{}: {}", words::of(folder.lang).post_saved, row.name);
    Answer::new(&row, text)
}
