//! `people`: who signs in.

use capa_core::app::App;
use capa_core::domain::ids::{PersonId, PostId};
use capa_core::domain::people::PersonForm;
use capa_core::domain::person::Person;
use serde::Serialize;

use crate::answer::Answer;
use crate::args::{PeopleCommand, PersonArguments};
use crate::book::{Asked, Folder};
use crate::failure::Failure;
use crate::lookup::Lookup;
use crate::secrets::Secrets;
use crate::table::table;
use crate::words;

#[derive(Serialize)]
struct Row {
    id: PersonId,
    login: String,
    name: String,
    posts: Vec<String>,
    active: bool,
    signs_in: bool,
}

/// Lists them, or changes one.
pub fn run(folder: &Folder, asked: &PeopleCommand) -> Result<Answer, Failure> {
    match asked {
        PeopleCommand::List => list(folder),
        PeopleCommand::Add(person) => add(folder, person),
        PeopleCommand::Password { login } => password(folder, login),
        PeopleCommand::Deactivate { login } => deactivate(folder, login),
    }
}

fn list(folder: &Folder) -> Result<Answer, Failure> {
    let book = folder.ask()?;
    let rows: Vec<Row> = book.register.people().map(|stood| row(&book, &stood.record)).collect();
    let words = words::of(folder.lang);
    if rows.is_empty() {
        return Answer::new(&rows, words.nobody.into());
    }
    let line = |row: &Row| {
        let signs_in = if row.signs_in { words.yes } else { words.no };
        vec![row.login.clone(), row.name.clone(), row.posts.join("; "), signs_in.to_string()]
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let text = table(&[words.login, words.name, words.posts, words.signs_in], &lines);
    Answer::new(&rows, text)
}

fn row(book: &Asked, person: &Person) -> Row {
    Row {
        id: person.id,
        login: person.login.clone(),
        name: person.name.clone(),
        posts: person.posts.iter().filter_map(|post| book.post(Some(*post))).collect(),
        active: person.active,
        signs_in: person.signs_in(),
    }
}

fn add(folder: &Folder, asked: &PersonArguments) -> Result<Answer, Failure> {
    let new =
        asked.password_stdin.then(|| Secrets::of(folder.lang).new_password(&asked.login)).transpose()?;
    let mut app = folder.open_begun()?;
    let lookup = Lookup::of(app.register(), folder.lang);
    let posts = asked.post.iter().map(|post| lookup.post(post)).collect::<Result<Vec<PostId>, Failure>>()?;
    let form = PersonForm {
        id: None,
        revision: 0,
        name: asked.name.clone(),
        login: asked.login.clone(),
        posts,
        active: true,
        credential: None,
    };
    let id = app.save_person(form, new.as_deref()).map_err(|error| folder.failure(error))?;
    told(folder, &app, id, words::of(folder.lang).person_saved)
}

fn password(folder: &Folder, login: &str) -> Result<Answer, Failure> {
    let new = Secrets::of(folder.lang).new_password(login)?;
    let mut app = folder.open()?;
    let id = Lookup::of(app.register(), folder.lang).person(login)?.record.id;
    // One's own is changed with the former one, which was given to sign in.
    let old = folder.password();
    app.set_password(id, old.as_deref(), &new).map_err(|error| folder.failure(error))?;
    told(folder, &app, id, words::of(folder.lang).password_set)
}

fn deactivate(folder: &Folder, login: &str) -> Result<Answer, Failure> {
    let mut app = folder.open()?;
    let stood = Lookup::of(app.register(), folder.lang).person(login)?;
    let person = &stood.record;
    let form = PersonForm {
        id: Some(person.id),
        revision: stood.revision,
        name: person.name.clone(),
        login: person.login.clone(),
        posts: person.posts.clone(),
        active: false,
        credential: None,
    };
    let id = app.save_person(form, None).map_err(|error| folder.failure(error))?;
    told(folder, &app, id, words::of(folder.lang).deactivated)
}

fn told(folder: &Folder, app: &App, id: PersonId, done: &str) -> Result<Answer, Failure> {
    let book = Asked::after(app, folder.lang);
    let stood = book.register.person(id).ok_or_else(|| Failure::new("internal", folder.lang))?;
    let row = row(&book, &stood.record);
    let text = format!("{done}: {} ({})", row.name, row.login);
    Answer::new(&row, text)
}
