import type { z } from "zod";
import type {
  Block,
  DraftSection,
  FundingInput,
  keptAbout,
  OutlineDeed,
  SectionDeed,
  SectionInput,
} from "@/lib/strategies/drafts/draft.schema";
import { aboutInput, mostParagraphs, mostSections } from "@/lib/strategies/drafts/draft.schema";

export type KeptAbout = z.infer<typeof keptAbout>;

/** The words of a block, by which it is searched and compared. @param text what a heading says, or a picture shows */
export function wordsOf(block: Block, text = ""): string {
  switch (block.kind) {
    case "heading":
    case "picture":
      return text;
    case "list":
      return block.items.join("\n");
    case "funding":
      return fundingWords(block);
    case "table":
      return [block.head, ...block.rows].map((row) => row.join(" | ")).join("\n");
  }
}

export const sharingWords = {
  competition: "by competition: bodies bid for it",
  head: "by head: so much for each person who lives there",
  formula: "by a formula",
  decided: "by decision: somebody says who gets it",
  other: "in another way",
} satisfies Record<FundingInput["sharing"], string>;

/** A line of the money in sentences, to search, to compare, and to quote. */
export const fundingWords = ({ name, amount, sharing, who, decided }: FundingInput) =>
  name &&
  `${name}: ${amount}. It is shared ${sharingWords[sharing]}. Who gets it: ${who}. When it is decided: ${decided}.`;

const emptyFunding = {
  kind: "funding",
  name: "",
  amount: "",
  sharing: "competition",
  who: "",
  decided: "",
  source: null,
} as const;

/** What is still to do before a second person can read it, in words; empty when it is whole. */
export function whatIsMissing(about: KeptAbout, sections: readonly DraftSection[], now: Date): string[] {
  const missing: string[] = [];
  const checked = aboutInput.safeParse(about);
  if (!checked.success) missing.push("Fill in what the strategy is, what can change, whom to ask and when it closes.");
  else if (lastMoment(about.closesOn) <= now) missing.push("The closing day has passed. Choose a later one.");
  if (sections.length === 0) missing.push("Bring in the words of the strategy.");
  for (const { title, summary, paragraphs } of sections) {
    if (paragraphs.length === 0) missing.push(`“${title}” has no paragraphs.`);
    const blank = paragraphs.filter(({ text }) => text.trim() === "");
    if (blank.some(({ block }) => block?.kind === "picture")) {
      missing.push(`Say what the pictures in “${title}” show, for people who cannot see them.`);
    }
    if (blank.some(({ block }) => block?.kind !== "picture")) missing.push(`“${title}” has an empty paragraph.`);
    if (summary.trim() === "") missing.push(`Say in one sentence what “${title}” is about.`);
  }
  return missing;
}

/** The end of a typed day: "open until 31 March" has all of that day in it. */
export const lastMoment = (day: string) => new Date(`${day}T23:59:59Z`);

/** The day of a moment as a field for days has it. */
export const typedDay = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? "";

type Sections = readonly DraftSection[];

/** A part with what was typed into its page. @param text the words typed for a paragraph, where it has a field */
export function withInput(
  section: DraftSection,
  { title, summary, foundation, themes, canChange }: SectionInput,
  text: (key: string) => string | undefined,
  funding: (key: string) => FundingInput | undefined,
): DraftSection {
  const paragraphs = section.paragraphs.map((paragraph) => {
    const line = funding(paragraph.key);
    if (line && paragraph.block?.kind === "funding") {
      return { ...paragraph, text: fundingWords(line), block: { kind: "funding" as const, ...line } };
    }
    const typed = paragraph.block?.kind === "funding" ? undefined : text(paragraph.key);
    if (typed === undefined) return paragraph;
    if (paragraph.block?.kind !== "list") return { ...paragraph, text: typed };
    const items = typed.split("\n").filter((item) => item.trim() !== "");
    return { ...paragraph, text: items.join("\n"), block: { ...paragraph.block, items } };
  });
  return { ...section, title, summary, foundationId: foundation, themeIds: themes, canChange, paragraphs };
}

/** Does what a button on the page of a part asks. @param newKey for a paragraph that is added */
export function changeSection(sections: Sections, at: string, deed: SectionDeed, newKey: string): DraftSection[] {
  const change = (of: (section: DraftSection) => DraftSection) =>
    sections.map((section) => (section.key === at ? of(section) : section));
  const blank = { key: newKey, paragraphId: null, text: "", block: null };
  switch (deed.deed) {
    case "save":
      return [...sections];
    case "add":
    case "fund": {
      const added = deed.deed === "fund" ? { ...blank, block: emptyFunding } : blank;
      return change((section) => ({ ...section, paragraphs: [...section.paragraphs, added] }));
    }
    case "up":
    case "down":
      return change((section) => ({ ...section, paragraphs: moved(section.paragraphs, deed.key, deed.deed) }));
    case "remove":
      return change((section) => ({
        ...section,
        paragraphs: section.paragraphs.filter(({ key }) => key !== deed.key),
      }));
    case "split":
      return sections.flatMap((section) => (section.key === at ? splitAt(section, deed.key, newKey) : [section]));
    case "move": {
      const moving = sections.find(({ key }) => key === at)?.paragraphs.find(({ key }) => key === deed.key);
      if (!moving || at === deed.to || !sections.some(({ key }) => key === deed.to)) return [...sections];
      return sections.map((section) => {
        if (section.key === at) return { ...section, paragraphs: section.paragraphs.filter((each) => each !== moving) };
        return section.key === deed.to ? { ...section, paragraphs: [...section.paragraphs, moving] } : section;
      });
    }
  }
}

/** From this paragraph on, a new part of its own. */
function splitAt(section: DraftSection, key: string, newKey: string): DraftSection[] {
  const at = section.paragraphs.findIndex((paragraph) => paragraph.key === key);
  if (at <= 0) return [section];
  const [first, ...rest] = section.paragraphs.slice(at);
  if (!first) return [section];
  const isTitle = first.block?.kind === "heading" && rest.length > 0;
  const title = isTitle ? first.text : `${section.title}, continued`;
  return [
    { ...section, paragraphs: section.paragraphs.slice(0, at) },
    { ...section, key: newKey, sectionId: null, title, summary: "", paragraphs: isTitle ? rest : [first, ...rest] },
  ];
}

/** Does what a button in the list of parts asks. */
export function changeOutline(sections: Sections, deed: OutlineDeed, newKey: string): DraftSection[] {
  switch (deed.deed) {
    case "add":
      return [...sections, { ...emptySection, key: newKey, title: "New part" }];
    case "up":
    case "down":
      return moved(sections, deed.key, deed.deed);
    case "remove":
      return sections.filter(({ key }) => key !== deed.key);
    case "join": {
      const at = sections.findIndex(({ key }) => key === deed.key);
      const before = sections[at - 1];
      const joining = sections[at];
      if (!before || !joining) return [...sections];
      const joined = { ...before, paragraphs: [...before.paragraphs, ...joining.paragraphs] };
      return [...sections.slice(0, at - 1), joined, ...sections.slice(at + 1)];
    }
  }
}

export const emptySection = {
  sectionId: null,
  summary: "",
  foundationId: null,
  themeIds: [],
  canChange: null,
  paragraphs: [],
} satisfies Omit<DraftSection, "key" | "title">;

function moved<Each extends { key: string }>(all: readonly Each[], key: string, way: "up" | "down"): Each[] {
  const at = all.findIndex((each) => each.key === key);
  const to = way === "up" ? at - 1 : at + 1;
  const [here, there] = [all[at], all[to]];
  if (!here || !there) return [...all];
  return all.map((each, place) => (place === at ? there : place === to ? here : each));
}

/** Why a draft is too large to keep; null when it is not. */
export function whyTooLarge(sections: Sections): string | null {
  if (sections.length > mostSections) return `A strategy can have ${mostSections} parts. This has ${sections.length}.`;
  const paragraphs = sections.reduce((sum, section) => sum + section.paragraphs.length, 0);
  if (paragraphs > mostParagraphs) return `A strategy can have 1,000 paragraphs. This has ${paragraphs}.`;
  return null;
}
