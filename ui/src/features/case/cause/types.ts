export type { BoneCauseForm, BoneForm, FiveWhyForm, IshikawaCategory, IshikawaForm, WhyForm } from "@/ipc/bindings";

/** 5 Why goes on two tracks: why the problem arose, and why nobody noticed it earlier. */
export type Track = "arose" | "undetected";
