//! Words that tell nothing about what a finding is about, folded: function words of Polish and English, and
//! words that findings of any kind say.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Polish function words, numerals, months and the like.
const POLISH: &str = "
    aby albo ale ani bardzo bez bedzie beda bedac bowiem byc byl byla byli bylo byly caly cala cale chociaz choc
    ciagu coraz czego czemu czy czyli dla dlaczego dlatego dnia dniach dniem dni dniu doba dobe dopiero dosc dwa
    dwie dwoch dwoma dziesiec dzien dzis dzisiaj gdy gdyz gdzie godz godzin godziny ich ile ilosc inna inne
    innego innej innych innym inny itd itp jak jaka jaki jakie jakich jako jeden jedna jednak jednego jednej
    jedno jednym jego jej jemu jesli jest jeszcze jezeli juz kazda kazde kazdego kazdej kazdy kiedy kilka kilku
    kto ktora ktore ktorego ktorej ktory ktorych ktorym ktorymi ktoremu kwartal kwartale lat lata latach lecz
    lub lub majacy maja mial miala miec miedzy mimo miesiac miesiaca miesiace miesiecy miesiacu moga moze mozna
    musi nad nadal nam nami nas nasz nastepnie natomiast nawet nic nich nie niej niektore niektorych nigdy nim
    niz oba obie obok obu obydwa oni ona one oraz osiem ostatni ostatnia ostatnie ostatnich oto piec pierwszy
    pierwsza pierwsze pierwszym poczatek poczatku podczas pol poniewaz ponad ponizej potem poza powyzej powinien
    powinna powinno powinny poprzez procent przed przede przez przy przynajmniej raz razem razy rok roku rowniez
    siebie siedem sie sobie soba spod sposob sposrod sposob sporo stad swoich swoim swoj swoja swoje swojej swych
    szesc tak taka taki takie takich takze tam tego tej temu ten teraz tez tych tydzien tygodni tygodnia tygodniu
    tylko tym tymi trzech trzecia trzeci trzy trzeba tuz tutaj wcale wedlug wiec wiecej wiele wielu wlasnie wobec
    wraz wsrod wszelkie wszystkich wszystkie wszystkim wszystko wtedy wynosi zadna zadne zadnego zadnej zaden zanim
    zas zatem zawsze zbyt zgodnie znow zostac zostal zostala zostali zostalo zostaly ani
    cztery czterech dziewiec pieciu szesciu siedmiu osmiu dziesieciu drugi druga drugie drugim dwukrotnie
    styczen stycznia styczniu luty lutego lutym marzec marca marcu kwiecien kwietnia kwietniu maj maju czerwiec
    czerwca czerwcu lipiec lipca lipcu sierpien sierpnia sierpniu wrzesien wrzesnia wrzesniu pazdziernik
    pazdziernika pazdzierniku listopad listopada listopadzie grudzien grudnia grudniu
    art ust pkt lit poz tzn tzw str min max kol par dot nrem zob
";

/// English function words, numerals, months and the like.
const ENGLISH: &str = "
    about above after again against all also although always among and another any are asked because been before
    being below between both but can cannot could day days did does done down during each either else even every
    few first five for four from further had has have having hence her here hers him his how however into its
    itself last later least less many may might month months more most much must near neither never next nine
    nor not nothing now off often once one ones only onto other others our out over own per said same second see
    seen seven several shall she should since six some still such ten than that the their them then there these
    they third this those three through thus too two under until upon was week weeks well were what when where
    whether which while who whole whom whose why will with within without would year years yet you your
    january february march april june july august september october november december
";

/// Polish and English words of quality management and of the office itself, in any form.
const OF_EVERY_FINDING: &str = "
    brak brakuje niezgodnosc spostrzezenie potencjal doskonalenie audit audyt auditor audytor norma
    wymaganie wymagany urzad starostwo powiat wydzial referat biuro komorka stanowisko pracownik naczelnik
    kierownik sprawa dzialanie korygujacy zapobiegawczy stwierdzono ustalono sprawdzono wykazano wskazano miernik
    proces jakosc system zarzadzanie stan przypadek kontrola nieprawidlowosc
    nonconformity finding observation opportunity improvement standard clause requirement required
    office county department unit staff clerk head case action corrective preventive found checked measure
    process quality system management lack lacking missing
";

static WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| POLISH.split_whitespace().chain(ENGLISH.split_whitespace()).collect());

static STEMS: LazyLock<HashSet<String>> =
    LazyLock::new(|| OF_EVERY_FINDING.split_whitespace().map(super::stem::stem).collect());

/// A function word.
pub fn is_function_word(folded: &str) -> bool {
    WORDS.contains(folded)
}

/// The stem of a word that findings of any kind say.
pub fn is_of_every_finding(stem: &str) -> bool {
    STEMS.contains(stem)
}
