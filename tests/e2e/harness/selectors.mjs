// Finding by role and name with xpath: WebKit's driver knows neither WebDriverIO's text nor its aria selectors.

const ROLES = {
  button: ["self::button", "self::input[@type='button' or @type='submit']", "@role='button'"],
  link: ["self::a[@href]", "@role='link'"],
  textbox: [
    "self::textarea",
    "self::input[not(@type='checkbox' or @type='radio' or @type='button')]",
    "@role='textbox'",
  ],
  checkbox: ["self::input[@type='checkbox']", "@role='checkbox'"],
  radio: ["self::input[@type='radio']", "@role='radio'"],
  heading: ["self::h1", "self::h2", "self::h3", "self::h4", "@role='heading'"],
  option: ["self::option", "@role='option'"],
  row: ["self::tr", "@role='row'"],
  tab: ["@role='tab'"],
  dialog: ["self::dialog", "@role='dialog'", "@role='alertdialog'"],
  menuitem: ["@role='menuitem'"],
};

/** An xpath string; xpath 1.0 has no escapes, so a text with both kinds of quotes is put together. */
export function quote(text) {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`;
}

/** What has this role and exactly this name (its text, its aria-label, its label or its title). */
export function byRole(role, name) {
  const kinds = ROLES[role];
  if (!kinds) throw new Error(`unknown role ${role}`);
  const text = quote(name);
  const label = `normalize-space(translate(., '*', ''))=${text}`;
  const names = [
    `@aria-label=${text}`,
    `normalize-space(.)=${text}`,
    `@id=//label[${label}]/@for`,
    `ancestor::label[${label}]`,
    `@aria-labelledby=//*[${label}]/@id`,
    `@title=${text}`,
  ];
  return `//*[(${kinds.join(" or ")}) and (${names.join(" or ")})]`;
}

/** What has this role and a name that contains the text. */
export function byRoleWith(role, part) {
  const kinds = ROLES[role];
  if (!kinds) throw new Error(`unknown role ${role}`);
  const text = quote(part);
  return `//*[(${kinds.join(" or ")}) and (contains(@aria-label, ${text}) or contains(normalize-space(.), ${text}))]`;
}

/** The innermost element whose own text contains this. */
export function byText(text) {
  return `//body//*[text()[contains(normalize-space(.), ${quote(text)})]]`;
}

export function byTestId(id) {
  return `[data-testid="${id}"]`;
}
