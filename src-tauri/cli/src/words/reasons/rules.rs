//! Why a rule of the field, a password or an evidence file was refused.

use super::Reason;

/// The rules of a case's life.
pub const LIFE: &[Reason] = &[
    ("reason_required", "Podaj powód (--reason).", "Give a reason (--reason)."),
    ("due_unchanged", "Nowy termin jest taki sam jak dotychczasowy.", "The new due date is the old one."),
    (
        "due_before_registration",
        "Nowy termin jest wcześniejszy niż dzień zarejestrowania karty.",
        "The new due date lies before the day the case was registered.",
    ),
    ("due_in_past", "Nowy termin już minął.", "The new due date has already passed."),
    (
        "still_a_draft",
        "To jeszcze szkic. Zarejestruj go najpierw („register”); do tego czasu wszystko zmienia się w szkicu.",
        "This is still a draft. Register it first; until then everything is changed in the draft itself.",
    ),
    (
        "extension_needs_higher_role",
        "O trzecim i każdym następnym przedłużeniu decyduje Koordynator SZJ lub Starosta.",
        "The third extension and every later one is decided by the Coordinator or the Starosta.",
    ),
    (
        "extension_is_representatives",
        "O pierwszych dwóch przedłużeniach decyduje Pełnomocnik ds. SZJ.",
        "The first two extensions are decided by the QMS representative.",
    ),
    (
        "extension_after_date",
        "O przedłużenie prosi się przed terminem. Po terminie może go przesunąć Pełnomocnik.",
        "More time is asked for before the date. After it only the representative moves it.",
    ),
    ("no_extension_asked", "Nikt nie prosił o przedłużenie.", "Nobody asked for more time."),
    ("not_a_draft", "Ta karta nie jest już szkicem.", "This case is no longer a draft."),
    (
        "closed_case",
        "Karta jest zamknięta i się nie zmienia. Można ją otworzyć ponownie z podaniem powodu („reopen”).",
        "The case is closed and does not change. It can be reopened with a reason.",
    ),
    (
        "action_settled",
        "To działanie jest już wykonane albo z niego zrezygnowano.",
        "This action is done or was given up.",
    ),
    ("incomplete", "Karta nie jest kompletna. Brakuje:", "The card is not complete. It lacks:"),
    ("number_taken", "Ten numer jest już zajęty.", "This number is already taken."),
    (
        "department_missing",
        "Numer zawiera symbol komórki, a szkic nie wskazuje żadnej.",
        "The number holds the unit's symbol, and the draft names no unit.",
    ),
    (
        "has_number",
        "Ten szkic przyszedł z numerem, więc zostaje w rejestrze.",
        "This draft came with a number, so it stays.",
    ),
    (
        "not_in_this_state",
        "W tym stanie karty nie można wykonać tego kroku.",
        "The case is not in a state from which this step leads on.",
    ),
    (
        "role_forbidden",
        "Ten krok nie należy do Ciebie. Wykonuje go:",
        "This step is not yours. It is taken by:",
    ),
    (
        "sign_in_needed",
        "Z danymi pracują tu osoby z hasłem. Podaj swój login w --as.",
        "People sign in here. Name your login with --as.",
    ),
    (
        "sign_off_needed",
        "Tę decyzję potwierdza się osobiście hasłem.",
        "This decision is signed off personally with the password.",
    ),
    (
        "recorded_for_needed",
        "O tym decyduje wskazane stanowisko. Decyzję podjętą na papierze wpisz z --for:",
        "A named post decides this. Record its decision on paper with --for:",
    ),
    (
        "records_for_others",
        "Decyzje innych wpisuje wyłącznie Pełnomocnik i tylko wtedy, gdy nikt inny się nie loguje.",
        "Decisions of others are recorded by the representative only, and only while nobody else signs in.",
    ),
    (
        "author_approves",
        "Kto przedłożył plan lub propozycję, ten jej nie zatwierdza.",
        "Whoever handed the plan or the proposal in does not approve it.",
    ),
    (
        "owner_reviews",
        "Odpowiedzialny za działanie sam go nie weryfikuje ani nie ocenia.",
        "The owner of an action neither verifies nor judges it.",
    ),
    (
        "actions_open",
        "Nie wszystkie działania są wykonane lub zaniechane z powodem.",
        "Some action is neither done nor given up.",
    ),
    (
        "nothing_done",
        "Karta musi mieć choć jedno działanie, które zostało lub zostanie wykonane.",
        "A case needs at least one action that was or will be done.",
    ),
    ("action_not_done", "To działanie nie jest wykonane.", "The action is not done."),
    (
        "evidence_missing",
        "Brakuje dowodu wykonania. Dołącz go do działania („attach”):",
        "There is no evidence that it was done. Add some (\"attach\") to the action:",
    ),
    (
        "last_evidence",
        "To ostatni dowód wykonanego działania. Najpierw zwróć kartę do poprawy („send_back”).",
        "This is the last evidence of something that was done. Send the case back first (\"send_back\").",
    ),
    ("evidence_withdrawn", "Ten dowód już wycofano.", "This evidence was taken back already."),
    ("not_verified", "Wykonanie nie zostało potwierdzone.", "It was not verified that everything was done."),
    (
        "data_required",
        "Podaj dane, na których opiera się ocena (--based-on).",
        "Give the data that the judgement rests on (--based-on).",
    ),
    (
        "review_too_early",
        "Na ocenę jest za wcześnie. Podaj powód wcześniejszej oceny (--early-reason); termin oceny:",
        "It is too early to judge. Say why it is judged before its day (--early-reason), which is:",
    ),
    (
        "external_needs_action",
        "Niezgodność duża lub mała z auditu zewnętrznego wymaga działań.",
        "A major or minor nonconformity of an external audit must lead to action.",
    ),
    (
        "nothing_proposed",
        "Żadna decyzja o niepodejmowaniu działań nie czeka na zatwierdzenie.",
        "No decision not to act waits for approval.",
    ),
    (
        "proposed_already",
        "Decyzja o niepodejmowaniu działań już czeka na zatwierdzenie.",
        "A decision not to act waits for approval already.",
    ),
    ("date_in_future", "Ta data jeszcze nie nadeszła.", "This date is still to come."),
    (
        "date_goes_back",
        "Data jest wcześniejsza niż zdarzenie, po którym następuje.",
        "The date lies before the step that came before it.",
    ),
    (
        "due_agreed",
        "Uzgodniony termin przesuwa się przedłużeniem („extend”), a uzgodnionego działania się nie skreśla.",
        "A date that was agreed moves by an extension (\"extend\"), and an agreed action is not struck out.",
    ),
    (
        "part_locked",
        "Tej części karty nie można teraz zmieniać.",
        "This part of the card is not written in this state.",
    ),
    ("link_to_itself", "Karty nie łączy się z nią samą.", "A case is not linked to itself."),
    ("link_exists", "Te karty są już powiązane.", "These cases are linked already."),
    ("text_too_long", "Tekst jest za długi.", "The text is too long."),
    ("empty_name", "Puste pole:", "This is empty:"),
    (
        "date_out_of_range",
        "Ta data wykracza poza lata 1990–2199.",
        "This date lies outside the years 1990 to 2199.",
    ),
];

/// The rules of the office, its certificate and its people.
pub const OFFICE: &[Reason] = &[
    (
        "department_in_use",
        "Tej komórki używają karty, stanowiska lub procesy.",
        "This unit still stands on a case, a post or a process.",
    ),
    ("duplicate_code", "Ten symbol się powtarza.", "This symbol occurs twice."),
    (
        "name_taken",
        "Taki wpis już jest: nazwa lub stanowisko się powtarza.",
        "There is such an entry already: the name or the post occurs twice.",
    ),
    ("bad_template", "Szablon numeru jest nieprawidłowy.", "The number template is wrong."),
    (
        "valid_until_before_decision",
        "Koniec ważności jest przed datą decyzji.",
        "The certificate would expire before the decision.",
    ),
    (
        "stage2_missing",
        "Pierwszy audit nadzoru liczy się od etapu 2, a jego ostatniego dnia nie podano.",
        "The first surveillance audit counts from stage 2, and its last day is not given.",
    ),
    ("stage2_after_decision", "Etap 2 kończy się po dacie decyzji.", "Stage 2 would end after the decision."),
    (
        "ends_before_starts",
        "Ostatni dzień jest przed pierwszym dniem.",
        "The last day is before the first day.",
    ),
    ("audit_in_use", "Z tym auditem powiązano karty.", "The audit is linked to cases."),
    ("login_taken", "Ten login ma już ktoś inny.", "Somebody else has this login."),
    (
        "bad_login",
        "Login ma od 2 do 40 liter, cyfr, kropek, łączników lub podkreśleń.",
        "A login holds 2 to 40 letters, digits, dots, hyphens or underscores.",
    ),
    ("post_needed", "Każda osoba zajmuje co najmniej jedno stanowisko.", "A person holds at least one post."),
    (
        "first_is_representative",
        "Pierwszą osobą z hasłem musi być Pełnomocnik ds. SZJ.",
        "The first one who signs in must be the QMS representative.",
    ),
    (
        "last_representative",
        "Musi pozostać ktoś, kto loguje się jako Pełnomocnik ds. SZJ.",
        "Somebody must stay who signs in as the QMS representative.",
    ),
    (
        "in_use",
        "Używają tego karty, działania, procesy lub osoby.",
        "Cases, actions, processes or people stand on it.",
    ),
];

/// Passwords and who signs in.
pub const ACCESS: &[Reason] = &[
    ("wrong_password", "Nieprawidłowy login lub hasło.", "The login or the password is wrong."),
    (
        "wait",
        "Zbyt wiele nieudanych prób. Następna będzie możliwa za:",
        "Too many attempts have failed. The next one may be made in:",
    ),
    (
        "no_password",
        "Brak zapisanego hasła tej osoby. Poproś Pełnomocnika o nowe.",
        "No password is kept for this person. Ask the representative for a new one.",
    ),
    (
        "swapped",
        "Plik z hasłami podmieniono poza programem. Poproś Pełnomocnika o nowe hasło albo przywróć folder z kopii.",
        "The file of passwords was exchanged outside the program. Ask the representative for a new password, or put back a copy of the folder.",
    ),
    (
        "passwords_unreadable",
        "Nie można odczytać pliku z hasłami. Przywróć folder z kopii.",
        "The file of passwords cannot be understood. Put back a copy of the folder.",
    ),
    (
        "password_missing",
        "Nie podano hasła. Wpisz je w terminalu albo podaj w wierszu standardowego wejścia.",
        "No password was given. Type it at a terminal, or give it as a line of standard input.",
    ),
    ("password_differs", "Hasła nie są takie same.", "The two passwords differ."),
    (
        "password_too_short",
        "Hasło musi mieć co najmniej 12 znaków.",
        "The password must have at least 12 characters.",
    ),
    (
        "password_too_long",
        "Hasło może mieć najwyżej 256 znaków.",
        "The password may have 256 characters at most.",
    ),
    (
        "password_repeated",
        "Hasło składa się z jednego powtarzanego znaku.",
        "The password is one character, again and again.",
    ),
    (
        "password_own_name",
        "Hasło składa się z loginu lub nazwiska.",
        "The password is made of the login or the name.",
    ),
    (
        "password_office_words",
        "Hasło składa się ze słów, które zna każdy urząd.",
        "The password is made of words that every office uses.",
    ),
    ("password_common", "To jedno z najczęściej używanych haseł.", "This is one of the commonest passwords."),
];

/// Evidence files.
pub const EVIDENCE: &[Reason] = &[
    ("file_too_large", "Plik jest za duży na dowód.", "The file is too large for evidence."),
    ("file_empty", "Plik jest pusty.", "The file is empty."),
    (
        "file_type_refused",
        "Takich plików program nie przyjmuje jako dowodów albo nazwa nie pasuje do zawartości.",
        "Files of this kind are not taken as evidence, or the name does not fit the content.",
    ),
    ("file_not_readable", "Nie można odczytać wskazanego pliku.", "The file that was named cannot be read."),
    (
        "evidence_file_missing",
        "W folderze brakuje pliku dowodu. Przywróć folder z kopii.",
        "The evidence file is missing from the folder. Put back a copy of the folder.",
    ),
    (
        "evidence_damaged",
        "Plik dowodu zmieniono poza programem. Przywróć folder z kopii.",
        "The evidence file was changed outside the program. Put back a copy of the folder.",
    ),
];

/// What the command line itself cannot tell apart.
pub const NAMED: &[Reason] = &[
    (
        "post_ambiguous",
        "Ta część nazwy pasuje do kilku stanowisk. Podaj dłuższą:",
        "This part of a name fits several posts. Give a longer one:",
    ),
    (
        "action_needed",
        "Karta ma kilka takich działań. Wskaż jedno w --action.",
        "The case has several such actions. Name one with --action.",
    ),
    (
        "evidence_needed",
        "Działanie ma kilka dowodów. Wskaż jeden w --evidence.",
        "The action has several pieces of evidence. Name one with --evidence.",
    ),
];
