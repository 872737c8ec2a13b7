use capa_core::domain::change::{Actor, Moment};
use capa_core::domain::ids::{CommandId, IdSource};
use capa_core::register::Register;
use capa_core::register::similar::Written;
use capa_core::sample;
use capa_core::words::Lang;
use uuid::Uuid;

struct Counted(u128);

impl IdSource for Counted {
    fn fresh(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }
}

fn office(lang: Lang) -> Register {
    let mut moment = Moment {
        actor: Actor::representative(),
        at: "2015-01-12T08:00:00Z".parse().unwrap(),
        today: sample::as_of(),
        command: CommandId(Uuid::nil()),
        ids: &mut Counted(0),
    };
    let mut register = Register::default();
    register.apply(&sample::change_set(lang, &mut moment).unwrap()).unwrap();
    register
}

#[test]
fn explore() {
    for lang in [Lang::Pl, Lang::En] {
        let register = office(lang);
        for stood in register.cases() {
            let c = &stood.record;
            let full = format!(
                "{} {} {} {}",
                c.title, c.finding.evidence, c.finding.requirement, c.finding.statement
            );
            let short = format!("{} {}", c.title, c.finding.statement);
            for (what, text) in [("T", &c.title), ("S", &short), ("F", &full)] {
                let w = Written {
                    text,
                    process: None,
                    clause_2008: None,
                    clause_2015: None,
                    on: "2016-01-01".parse().unwrap(),
                    except: Some(c.id),
                };
                for s in register.similar(&w, 5) {
                    let o = &register.case(s.case).unwrap().record;
                    println!(
                        "{what} {} | {} -> {} {} {:.2} {:?}",
                        c.number.as_deref().unwrap(),
                        c.title,
                        o.number.as_deref().unwrap(),
                        o.title,
                        s.score,
                        s.words
                    );
                }
            }
        }
    }
}
