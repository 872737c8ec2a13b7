import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import classes from "./changes.module.css";

const LONG = 260;
const LINES = 6;
const SHOWN = 180;

/** Where a text is cut: at a word's end, and never beyond the shown lines. */
function head(text: string): string {
  const lines = text
    .split("\n")
    .slice(0, LINES - 2)
    .join("\n");
  if (lines.length <= SHOWN) return lines;
  const cut = lines.slice(0, SHOWN);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), SHOWN - 40)).replace(/[\s.,;:–]+$/, "");
}

/** A text that folds when it is long; the rest is one press away. */
export function FoldedText({ text, name }: { text: string; name: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (text.length <= LONG && text.split("\n").length <= LINES) return <>{text}</>;
  return (
    <>
      {open ? text : `${head(text)}… `}
      <UnstyledButton
        className={classes.fold}
        aria-expanded={open}
        aria-label={`${t(open ? "history.less" : "history.more")}: ${name}`}
        onClick={() => setOpen(!open)}
      >
        {t(open ? "history.less" : "history.more")}
      </UnstyledButton>
    </>
  );
}
