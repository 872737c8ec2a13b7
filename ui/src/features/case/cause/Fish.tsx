import { useElementSize } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./cause.module.css";

/** Narrower than this, three pairs of bones leave no room to write on them. */
const WIDE = 780;

type Props = {
  /** The name of the list of bones. */
  label: string;
  bones: { key: string | number; content: ReactNode; named: string }[];
  head: ReactNode;
};

function chunks<T>(items: T[], size: number): T[][] {
  if (items.length === 0) return [[]];
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/**
 * The skeleton of a cause-and-effect diagram: bones in pairs above and below the spine, the effect as its head. With too little
 * room the spine goes on in a second row. Lines are for the eye only; the bones are a list.
 */
export function Fish({ label, bones, head }: Props) {
  const { ref, width } = useElementSize();
  const pairs = width === 0 || width >= WIDE ? 3 : 2;
  const rows = chunks(bones, pairs * 2);
  return (
    <div ref={ref} className={classes.fish}>
      {rows.map((row, at) => {
        const columns = Math.max(1, Math.ceil(row.length / 2));
        const ends = at === rows.length - 1;
        const template = `repeat(${columns}, minmax(0, 1fr))${ends ? " minmax(140px, 180px)" : ""}`;
        return (
          <div key={at} className={classes.segment} style={{ gridTemplateColumns: template }}>
            <ul className={classes.bones} aria-label={rows.length === 1 ? label : `${label} (${at + 1})`}>
              {row.map(({ key, content, named }, index) => (
                <Bone key={key} upper={index % 2 === 0} column={Math.floor(index / 2) + 1} named={named}>
                  {content}
                </Bone>
              ))}
            </ul>
            <div
              className={`${classes.spine} ${ends ? classes.spineEnd : ""}`}
              style={{ gridColumn: `1 / span ${columns}` }}
              aria-hidden
            />
            {ends ? (
              <div className={classes.head} style={{ gridColumn: columns + 1 }}>
                {head}
              </div>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

type BoneProps = { upper: boolean; column: number; named: string; children: ReactNode };

function Bone({ upper, column, named, children }: BoneProps) {
  return (
    <li
      className={`${classes.bone} ${upper ? classes.upper : classes.lower}`}
      style={{ gridRow: upper ? 1 : 3, gridColumn: column }}
      aria-label={named}
    >
      <svg className={classes.boneLine} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        <line x1="0" y1={upper ? 0 : 100} x2="100" y2={upper ? 100 : 0} vectorEffect="non-scaling-stroke" />
      </svg>
      <div className={classes.flesh}>{children}</div>
    </li>
  );
}
