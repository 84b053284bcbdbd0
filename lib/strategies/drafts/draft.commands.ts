import { recordEvent } from "@/lib/audit/record.writes";
import { db, isTaken, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { newId } from "@/lib/security/encryption";
import type { Found } from "@/lib/strategies/documents/parsed-document";
import type { Picture } from "@/lib/strategies/documents/picture-collector";
import { whyNoVersion } from "@/lib/strategies/drafts/draft.policy";
import {
  asDraft,
  type DraftView,
  getDraft,
  getOwnStrategy,
  listNewest,
  newestAsDraft,
} from "@/lib/strategies/drafts/draft.queries";
import {
  changeOutline,
  changeSection,
  emptySection,
  whyTooLarge,
  withInput,
} from "@/lib/strategies/drafts/draft.rules";
import type {
  About,
  DraftSection,
  FundingInput,
  OutlineDeed,
  SectionDeed,
  SectionInput,
} from "@/lib/strategies/drafts/draft.schema";
import { keepSaid, matchSections, withPictureWords } from "@/lib/strategies/drafts/paragraph-matching";

/**
 * Begins the next version of a strategy, from the words of its newest one. Begun twice, it is begun once.
 * @throws NotFound (not theirs), Refused (archived)
 */
export async function startDraft(person: Person, strategyId: string): Promise<void> {
  try {
    await db().$transaction(async (tx) => {
      const strategy = await getOwnStrategy(person, strategyId, tx);
      if (!strategy || !person.accountId) throw new NotFound();
      const refusal = whyNoVersion(strategy);
      if (refusal) throw new Refused(refusal);
      const draft = await newestAsDraft(strategyId, tx, newId);
      await tx.strategyDraft.create({ data: { strategyId, editedById: person.accountId, ...draft } });
      await tell(tx, "strategies.startDraft", person.accountId, strategyId);
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
}

/** Throws a draft away; what is published stays. @throws NotFound, Conflict */
export async function discardDraft(person: Person, strategyId: string, seen: number): Promise<void> {
  await db().$transaction(async (tx) => {
    const draft = await getDraft(person, strategyId, tx);
    if (!draft || !person.accountId) throw new NotFound();
    const { count } = await tx.strategyDraft.deleteMany({ where: { strategyId, version: seen } });
    if (count === 0) throw whoWasFirst(draft);
    await tx.strategy.updateMany({ where: { id: strategyId, phase: "checked" }, data: { phase: "draft" } });
    await tell(tx, "strategies.discardDraft", person.accountId, strategyId);
  });
}

/** Says what opening is to put on the strategy. @throws NotFound, Conflict */
export async function saveAbout(person: Person, strategyId: string, seen: number, about: About): Promise<void> {
  await change(person, strategyId, seen, () => ({ about }));
}

/**
 * Puts the words of a document in place of the draft's own. What goes on from the newest version keeps its ids, and
 * what was said of a part by hand stays with it.
 * @throws NotFound, Conflict, Refused (nothing in it, or too much)
 */
export async function putWords(
  person: Person,
  strategyId: string,
  seen: number,
  found: Found,
  pictures: readonly Picture[] = [],
): Promise<void> {
  await change(person, strategyId, seen, async (draft, tx) => {
    const fresh: DraftSection[] = found.sections.map(({ title, paragraphs }) => ({
      ...emptySection,
      key: newId(),
      title: title.slice(0, 200),
      paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, key: newId(), paragraphId: null })),
    }));
    if (fresh.length === 0) throw new Refused("We found no words in it.", "text");
    const refusal = whyTooLarge(fresh);
    if (refusal) throw new Refused(refusal, "text");
    await tx.strategyPicture.createMany({
      data: pictures.map((picture) => ({ ...picture, strategyId })),
      skipDuplicates: true,
    });
    const newest = await listNewest(strategyId, tx);
    const said = [...draft.sections, ...newest.map((section) => asDraft(section, newId))];
    const about =
      draft.about.title || !found.title ? draft.about : { ...draft.about, title: found.title.slice(0, 200) };
    return { sections: keepSaid(said, matchSections(newest, withPictureWords(said, fresh))), about };
  });
}

/** What the page of a part sends: its facts, the words and the money typed for each paragraph, and its button. */
export type SectionSaid = {
  key: string;
  input: SectionInput;
  text: (key: string) => string | undefined;
  funding?: (key: string) => FundingInput | undefined;
  deed: SectionDeed;
};

/**
 * Saves what was typed of one part and does what its button asks.
 * @throws NotFound, Conflict, Refused (too much)
 */
export async function saveSection(
  person: Person,
  strategyId: string,
  seen: number,
  { key, input, text, funding = () => undefined, deed }: SectionSaid,
): Promise<void> {
  await change(person, strategyId, seen, ({ sections }) => {
    if (!sections.some((section) => section.key === key)) throw new NotFound();
    const typed = sections.map((section) => (section.key === key ? withInput(section, input, text, funding) : section));
    return { sections: changeSection(typed, key, deed, newId()) };
  });
}

/** Moves, joins, adds or takes out parts. @throws NotFound, Conflict, Refused (too many) */
export async function saveOutline(person: Person, strategyId: string, seen: number, deed: OutlineDeed): Promise<void> {
  await change(person, strategyId, seen, ({ sections }) => ({ sections: changeOutline(sections, deed, newId()) }));
}

/**
 * Corrects by hand which paragraph of the newest version one of the draft goes on from; null makes it a new one.
 * @throws NotFound, Conflict, Refused (one that is not there, or given twice)
 */
export async function saveMatch(
  person: Person,
  strategyId: string,
  seen: number,
  match: Map<string, string | null>,
): Promise<void> {
  await change(person, strategyId, seen, async ({ sections }, tx) => {
    const known = new Set((await listNewest(strategyId, tx)).flatMap((old) => old.paragraphs.map(({ id }) => id)));
    const given = new Set<string>();
    return {
      sections: sections.map((section) => ({
        ...section,
        paragraphs: section.paragraphs.map((paragraph) => {
          const { key } = paragraph;
          const paragraphId = match.has(key) ? (match.get(key) ?? null) : paragraph.paragraphId;
          if (paragraphId !== null && !known.has(paragraphId)) throw new NotFound();
          if (paragraphId !== null && given.has(paragraphId)) {
            throw new Refused("Two paragraphs cannot go on from the same one. Choose again.", `from-${key}`);
          }
          if (paragraphId !== null) given.add(paragraphId);
          return { ...paragraph, paragraphId };
        }),
      })),
    };
  });
}

type Changed = Partial<Pick<DraftView, "about" | "sections">>;

/** Changes a draft that is still as it was read; a change takes its check away, and the day on which it was to open. */
async function change(
  person: Person,
  strategyId: string,
  seen: number,
  to: (draft: DraftView, tx: Tx) => Changed | Promise<Changed>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const draft = await getDraft(person, strategyId, tx);
    if (!draft || !person.accountId) throw new NotFound();
    const changed = await to(draft, tx);
    const refusal = changed.sections && whyTooLarge(changed.sections);
    if (refusal) throw new Refused(refusal);
    const { count } = await tx.strategyDraft.updateMany({
      where: { strategyId, version: seen },
      data: {
        ...changed,
        version: { increment: 1 },
        editedById: person.accountId,
        editedAt: new Date(),
        checkedById: null,
        opensAt: null,
      },
    });
    if (count === 0) throw whoWasFirst(draft);
    await tx.strategy.updateMany({ where: { id: strategyId, phase: "checked" }, data: { phase: "draft" } });
  });
}

const whoWasFirst = ({ editedBy }: DraftView) =>
  new Conflict(
    `${editedBy} changed this draft after you opened it. What you typed is still here: look at the draft, then save again.`,
  );

const tell = (tx: Tx, deed: string, accountId: string, strategyId: string) =>
  recordEvent(tx, { deed, accountId, subject: `strategy:${strategyId}` });
