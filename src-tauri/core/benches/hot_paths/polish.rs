//! Polish sentences such as a register holds, made from a seed: every run measures the same book.

const WHO: [&str; 14] = [
    "Wydział Komunikacji",
    "Wydział Geodezji i Kartografii",
    "Referat Budownictwa",
    "kancelaria ogólna",
    "Biuro Obsługi Klienta",
    "Powiatowy Rzecznik Konsumentów",
    "archiwum zakładowe",
    "Wydział Ochrony Środowiska",
    "zespół audytorów wewnętrznych",
    "pełnomocnik do spraw jakości",
    "kierownik komórki",
    "Wydział Oświaty",
    "punkt rejestracji pojazdów",
    "Wydział Organizacyjny",
];

const DID: [&str; 16] = [
    "nie potwierdził",
    "przekazał z opóźnieniem",
    "zarejestrował bez podpisu",
    "zaktualizował",
    "odłożył do następnego przeglądu",
    "wymienił",
    "nie objął nadzorem",
    "uzgodnił",
    "opisał niezgodnie z instrukcją",
    "sprawdził wyrywkowo",
    "zwrócił do uzupełnienia",
    "wdrożył",
    "ocenił jako niewystarczające",
    "zgłosił kierownictwu",
    "pominął w wykazie",
    "oznaczył jako nieaktualne",
];

const WHAT: [&str; 24] = [
    "działanie wynikające z audytu",
    "kartę usługi",
    "wykaz upoważnień",
    "rejestr skarg i wniosków",
    "zaświadczenie o kształceniu pracownika",
    "decyzję w sprawie pozwolenia na budowę",
    "świadectwo wzorcowania przyrządu",
    "zawiadomienie o niezałatwieniu sprawy w terminie",
    "analizę ryzyka procesu",
    "umowę z dostawcą oprogramowania",
    "ankietę zadowolenia klienta",
    "zgłoszenie geodezyjne",
    "upoważnienie do przetwarzania danych osobowych",
    "protokół z przeglądu zarządzania",
    "mapę procesu",
    "cele jakości na bieżący rok",
    "kopię zapasową bazy ewidencji",
    "oznakowanie stanowisk obsługi",
    "spis spraw",
    "wniosek o wydanie prawa jazdy",
    "odpowiedź na skargę",
    "plan szkoleń",
    "potwierdzenie odbioru przesyłki",
    "żądanie uzupełnienia braków formalnych",
];

const HOW: [&str; 18] = [
    "po upływie trzydziestu dni",
    "zgodnie z procedurą nadzoru nad zapisami",
    "w okresie urlopowym",
    "przy zmianie programu kancelaryjnego",
    "bez pisemnego uzasadnienia",
    "w dniu kontroli",
    "mimo wcześniejszego spostrzeżenia",
    "po rozmowie z pracownikami",
    "w obecności właściciela procesu",
    "na podstawie próbki dziesięciu spraw",
    "wskutek nieobecności zastępcy",
    "w terminie wskazanym przez jednostkę certyfikującą",
    "ze względu na zmianę przepisów",
    "dla wszystkich stanowisk",
    "w pierwszym kwartale",
    "przed audytem nadzoru",
    "po przeglądzie skuteczności",
    "według nowej instrukcji",
];

/// Numbers that look like chance and are the same each time (splitmix64).
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below the limit.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap_or(0)
    }

    /// One of them.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let place = self.below(from.len());
        &from[place]
    }

    /// Whether it happens, so many times in a hundred.
    pub fn percent(&mut self, hundredths: usize) -> bool {
        self.below(100) < hundredths
    }

    /// Sentences of at least so many bytes.
    pub fn text(&mut self, at_least: usize) -> String {
        let mut text = String::new();
        while text.len() < at_least {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&self.sentence());
        }
        text
    }

    fn sentence(&mut self) -> String {
        let (who, did, what, how) = (*self.pick(&WHO), *self.pick(&DID), *self.pick(&WHAT), *self.pick(&HOW));
        // Case marks and amounts make each sentence its own, as in a register that people keep.
        let (unit, number) = (self.below(90) + 10, self.below(9_000) + 1);
        format!("{who} {did} {what} {how} (znak SO.{unit}.{number}).")
    }
}
