import type { Translate } from "@/i18n/i18n";
import type { BoneCauseForm, BoneForm, FiveWhyForm, IshikawaCategory, IshikawaForm, WhyForm } from "./types";

/** The office preset, in the order in which the bones are drawn. */
export const CATEGORIES: readonly IshikawaCategory[] = [
  "people",
  "rules",
  "inputs",
  "tools",
  "management",
  "environment",
];

export const emptyWhy = (): WhyForm => ({ answer: "", evidence: "" });
export const emptyCause = (): BoneCauseForm => ({ text: "", subcauses: [], votes: 0, chosen: false });
export const emptyBone = (category: IshikawaCategory | null): BoneForm => ({ category, name: "", causes: [] });
export const emptyFiveWhy = (problem = ""): FiveWhyForm => ({ problem, arose: [], undetected: [] });
export const emptyIshikawa = (effect = ""): IshikawaForm => ({ effect, bones: [] });

/** The preset bones that are not drawn yet. */
export function missingBones(bones: readonly BoneForm[]): BoneForm[] {
  return CATEGORIES.filter((category) => !bones.some((bone) => bone.category === category)).map(emptyBone);
}

export function replaced<T>(items: readonly T[], index: number, item: T): T[] {
  return items.map((old, at) => (at === index ? item : old));
}

export function inserted<T>(items: readonly T[], index: number, item: T): T[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

export function removed<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, at) => at !== index);
}

/** What a bone is called; a bone of the office's own that has no name yet is told by its place. */
export function boneName(t: Translate, bone: BoneForm, index: number): string {
  if (bone.category !== null) return t(`cause.category_${bone.category}`);
  return bone.name.trim() === "" ? t("cause.ownCategoryNo", { no: index + 1 }) : bone.name.trim();
}

/** The names of all bones for labels: one that occurs twice is told apart by its place. */
export function boneNames(t: Translate, bones: readonly BoneForm[]): string[] {
  const names = bones.map((bone, index) => boneName(t, bone, index));
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${index + 1})`,
  );
}

const filled = (text: string) => text.trim() !== "";

/** The analysis without the boxes that nobody filled, as it is drawn on the card. */
export function filledWhys(steps: readonly WhyForm[]): WhyForm[] {
  return steps.filter(({ answer, evidence }) => filled(answer) || filled(evidence));
}

export function filledBones(bones: readonly BoneForm[]): BoneForm[] {
  return bones
    .map((bone) => ({
      ...bone,
      causes: bone.causes
        .map((cause) => ({ ...cause, subcauses: cause.subcauses.filter(filled) }))
        .filter(({ text, subcauses }) => filled(text) || subcauses.length > 0),
    }))
    .filter(({ causes }) => causes.length > 0);
}

/** Whether the analysis leads to this text; a sentence differs in nothing but its ends. */
export function sameText(text: string, other: string | undefined): boolean {
  const bare = (value: string) =>
    value
      .trim()
      .replace(/[.\s]+$/, "")
      .toLowerCase();
  return other !== undefined && bare(text) !== "" && bare(text) === bare(other);
}
