/** One answer to "why?", and what shows that it is true. */
export type WhyForm = { answer: string; evidence: string };

/** 5 Why on two tracks: why the problem arose, and why nobody noticed it earlier. */
export type FiveWhyForm = { problem: string; arose: WhyForm[]; undetected: WhyForm[] };

export type Track = "arose" | "undetected";

export type IshikawaCategory = "people" | "rules" | "inputs" | "tools" | "management" | "environment";

export type BoneCauseForm = { text: string; subcauses: string[]; votes: number; chosen: boolean };

/** A bone without a category carries a name of the office's own. */
export type BoneForm = { category: IshikawaCategory | null; name: string; causes: BoneCauseForm[] };

export type IshikawaForm = { effect: string; bones: BoneForm[] };
