import { endOfDay, isoDay } from "@/lib/dates";
import type {
  DraftSection,
  FundingInput,
  OutlineOperation,
  SectionInput,
  SectionOperation,
} from "@/lib/strategies/drafts/draft.schema";
import { aboutInput, type DraftAbout, maxParagraphs, maxSections } from "@/lib/strategies/drafts/draft.schema";
import { blockText, fundingText } from "@/lib/strategies/versions/block.rules";
import type { Block } from "@/lib/strategies/versions/block.schema";

const emptyFunding = {
  kind: "funding",
  name: "",
  amount: "",
  sharing: "competition",
  who: "",
  decided: "",
  source: null,
} as const;

/** What is still to do before a second person can check it, as sentences. */
export function missingItems(about: DraftAbout, sections: readonly DraftSection[], now: Date): string[] {
  const missing: string[] = [];
  const checked = aboutInput.safeParse(about);
  if (!checked.success) missing.push("Say what the strategy is, what could change, who to contact and when it closes.");
  else if (endOfDay(about.closesOn) <= now) missing.push("The closing day has passed. Choose a later one.");
  if (sections.length === 0) missing.push("Add the text of the strategy.");
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

/** The day as a date field has it: YYYY-MM-DD, or "" for none. */
export const dayInputValue = (moment: Date | null) => (moment ? isoDay(moment) : "");

type Sections = readonly DraftSection[];

/** A section with the values of its form. @param text the text typed for a paragraph, where it has a field */
export function applySectionInput(
  section: DraftSection,
  { title, summary, foundation, themes, canChange }: SectionInput,
  text: (key: string) => string | undefined,
  funding: (key: string) => FundingInput | undefined,
): DraftSection {
  const paragraphs = section.paragraphs.map((paragraph) => {
    const fundingLine = funding(paragraph.key);
    if (fundingLine && paragraph.block?.kind === "funding") {
      return { ...paragraph, text: fundingText(fundingLine), block: { kind: "funding" as const, ...fundingLine } };
    }
    const submittedText = paragraph.block?.kind === "funding" ? undefined : text(paragraph.key);
    if (submittedText === undefined) return paragraph;
    if (paragraph.block?.kind !== "list") return { ...paragraph, text: submittedText };
    const block = toListBlock(submittedText, paragraph.block.isOrdered, paragraph.block.hasOwnMarkers);
    return { ...paragraph, text: blockText(block), block };
  });
  return { ...section, title, summary, foundationId: foundation, themeIds: themes, canChange, paragraphs };
}

/** A list as its field has it: an item a line, two spaces before it for each level that it is nested. */
function toListBlock(text: string, isOrdered: boolean, hasOwnMarkers: boolean | undefined): Block {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const levels = lines.map((line) => Math.min(20, Math.floor((/^ */.exec(line)?.[0].length ?? 0) / 2)));
  return {
    kind: "list",
    isOrdered,
    items: lines.map((line) => line.trim()),
    ...(levels.some((level) => level > 0) && { levels }),
    ...(hasOwnMarkers && { hasOwnMarkers }),
  };
}

/**
 * Applies the operation of a button in a section's form.
 * @param newKey the key of a paragraph or section that is added
 */
export function applySectionOperation(
  sections: Sections,
  at: string,
  operation: SectionOperation,
  newKey: string,
): DraftSection[] {
  const change = (of: (section: DraftSection) => DraftSection) =>
    sections.map((section) => (section.key === at ? of(section) : section));
  const blank = { key: newKey, paragraphId: null, text: "", block: null };
  switch (operation.kind) {
    case "save":
      return [...sections];
    case "add":
    case "fund": {
      const added = operation.kind === "fund" ? { ...blank, block: emptyFunding } : blank;
      return change((section) => ({ ...section, paragraphs: [...section.paragraphs, added] }));
    }
    case "up":
    case "down":
      return change((section) => ({
        ...section,
        paragraphs: moveItem(section.paragraphs, operation.key, operation.kind),
      }));
    case "remove":
      return change((section) => ({
        ...section,
        paragraphs: section.paragraphs.filter(({ key }) => key !== operation.key),
      }));
    case "split":
      return sections.flatMap((section) =>
        section.key === at ? splitSection(section, operation.key, newKey) : [section],
      );
    case "move": {
      const movedParagraph = sections
        .find(({ key }) => key === at)
        ?.paragraphs.find(({ key }) => key === operation.key);
      if (!movedParagraph || at === operation.to || !sections.some(({ key }) => key === operation.to))
        return [...sections];
      return sections.map((section) => {
        if (section.key === at)
          return { ...section, paragraphs: section.paragraphs.filter((each) => each !== movedParagraph) };
        return section.key === operation.to
          ? { ...section, paragraphs: [...section.paragraphs, movedParagraph] }
          : section;
      });
    }
  }
}

/** Moves this paragraph and those after it into a new section. */
function splitSection(section: DraftSection, key: string, newKey: string): DraftSection[] {
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

/** Applies the operation of a button in the list of sections. */
export function applyOutlineOperation(sections: Sections, operation: OutlineOperation, newKey: string): DraftSection[] {
  switch (operation.kind) {
    case "add":
      return [...sections, { ...emptySection, key: newKey, title: "New section" }];
    case "up":
    case "down":
      return moveItem(sections, operation.key, operation.kind);
    case "remove":
      return sections.filter(({ key }) => key !== operation.key);
    case "join": {
      const at = sections.findIndex(({ key }) => key === operation.key);
      const before = sections[at - 1];
      const joinedSection = sections[at];
      if (!before || !joinedSection) return [...sections];
      const joined = { ...before, paragraphs: [...before.paragraphs, ...joinedSection.paragraphs] };
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

function moveItem<Each extends { key: string }>(all: readonly Each[], key: string, direction: "up" | "down"): Each[] {
  const at = all.findIndex((each) => each.key === key);
  const to = direction === "up" ? at - 1 : at + 1;
  const [current, target] = [all[at], all[to]];
  if (!current || !target) return [...all];
  return all.map((each, place) => (place === at ? target : place === to ? current : each));
}

/** Why a draft is too large to save; null when it is not. */
export function draftSizeError(sections: Sections): string | null {
  if (sections.length > maxSections) return `A strategy can have ${maxSections} sections. This has ${sections.length}.`;
  const paragraphs = sections.reduce((sum, section) => sum + section.paragraphs.length, 0);
  if (paragraphs > maxParagraphs) return `A strategy can have 1,000 paragraphs. This has ${paragraphs}.`;
  return null;
}
