import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { reviseAnswerAction } from "@/app/(officer)/officer/answers/[id]/actions";
import { saveBriefingAction } from "@/app/(officer)/officer/briefings/[id]/actions";
import { saveAboutAction, saveSectionAction } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { createAnswer } from "@/lib/answers/answer.commands";
import { getAnswer } from "@/lib/answers/answer.queries";
import { startSession } from "@/lib/auth/session.commands";
import { db } from "@/lib/database/client";
import { type FormState, initialFormState } from "@/lib/forms/form-state";
import { type Person, visitor } from "@/lib/people/person.policy";
import { createStrategy } from "@/lib/strategies/creation.commands";
import { readMarkdown } from "@/lib/strategies/documents/markdown-reader";
import { replaceDraftContent } from "@/lib/strategies/drafts/document-import.commands";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import { listParagraphOptions } from "@/lib/strategies/versions/paragraph.queries";
import { createBriefing } from "@/lib/summaries/briefings/briefing.commands";
import { getBriefing } from "@/lib/summaries/briefings/briefing.queries";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

// Two officers write at once: whoever comes second sees the other's text before anything is saved over it.

const browser = vi.hoisted(() => ({ token: null as string | null }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (browser.token ? { value: browser.token } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
  redirect: (to: string) => {
    throw new Error(`303 ${to}`);
  },
}));

const database = await createTestDatabase();
afterAll(database.close);

const body = "west-midlands";
let [ann, ben]: { person: Person; token: string }[] = [];

async function makeOfficer(label: string) {
  const { id } = await db().account.create({ data: { label } });
  await db().grant.create({ data: { accountId: id, role: "officer", bodyId: body } });
  const grants = [{ role: "officer" as const, bodyId: body, unionId: null }];
  const token = (await startSession({ accountId: id, isSecondFactorVerified: true }, null)) ?? "";
  return { person: { ...visitor, accountId: id, label, grants }, token };
}
const officers = () => {
  if (!ann || !ben) throw new Error("not made yet");
  return { ann, ben };
};
beforeAll(async () => {
  await openStrategy(body);
  ann = await makeOfficer("Ann");
  ben = await makeOfficer("Ben");
});

/** Sends a form as an officer. @returns its state; null when it was saved */
async function send(
  { token }: { token: string },
  action: (state: FormState, form: FormData) => Promise<FormState>,
  values: Record<string, string>,
): Promise<FormState | null> {
  browser.token = token;
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  try {
    return await action(initialFormState, form);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("303 ")) throw error;
    return null;
  }
}

const shown = (state: FormState | null, name: string) =>
  (state?.result?.[name] as { text: string }[] | undefined)?.map(({ text }) => text).join("");

/** Both save over the same version. @returns what the second one is shown, and what saving again does */
async function bothSave(
  action: Parameters<typeof send>[1],
  [first, second]: [Record<string, string>, Record<string, string>],
  version: number,
) {
  const { ann, ben } = officers();
  expect(await send(ann, action, { ...first, version: String(version) })).toBeNull();
  const conflict = await send(ben, action, { ...second, version: String(version) });
  const retained = Number(conflict?.result?.version); // the form's hidden field takes it: HiddenField, `isRetained`
  expect(conflict).toMatchObject({ values: second, result: { by: "Ann" } });
  expect(conflict?.errors.form).toMatch(/^Ann saved .* while you were writing/);
  return { conflict, sendAgain: () => send(ben, action, { ...second, version: String(retained) }) };
}

test("on a strategy’s draft: what it is, and a part of it", async () => {
  const { ann } = officers();
  const kind = await db().strategyKind.findFirstOrThrow({ orderBy: { id: "asc" } });
  const slug = await createStrategy(ann.person, { body, kind: kind.id, areaName: "Two at once" });
  await replaceDraftContent(ann.person, slug, 1, readMarkdown("# Plan\n\n## Buses\n\nMore of them.\n"));
  const draft = async () => {
    const found = await getDraft(ann.person, slug);
    if (!found) throw new Error("no draft");
    return found;
  };
  const about = {
    ...{ title: "Draft", note: "", canChange: "All of it.", contact: "The team", closesOn: "2099-03-31" },
    ...{ summary: "" },
  };
  const texts = ["What Ann says.", "What Ben says."] as const;
  const first = await bothSave(
    saveAboutAction.bind(null, { slug }),
    [
      { ...about, summary: texts[0] },
      { ...about, summary: texts[1] },
    ],
    (await draft()).version,
  );
  expect([shown(first.conflict, "current"), shown(first.conflict, "submitted")]).toEqual([
    expect.stringContaining(texts[0]),
    expect.stringContaining(texts[1]),
  ]);
  expect((await draft()).about.summary).toBe(texts[0]);
  expect(await first.sendAgain()).toBeNull();
  expect((await draft()).about.summary).toBe(texts[1]);

  const [section] = (await draft()).sections;
  const paragraph = section?.paragraphs[0]?.key ?? "";
  const part = { title: "Buses", summary: "Buses.", foundation: "", canChange: "", operation: "save" };
  const second = await bothSave(
    saveSectionAction.bind(null, { slug, key: section?.key ?? "" }),
    [
      { ...part, [`text-${paragraph}`]: texts[0] },
      { ...part, [`text-${paragraph}`]: texts[1] },
    ],
    (await draft()).version,
  );
  expect(shown(second.conflict, "current")).toContain(texts[0]);
  expect((await draft()).sections[0]?.paragraphs[0]?.text).toBe(texts[0]);
  expect(await second.sendAgain()).toBeNull();
  expect((await draft()).sections[0]?.paragraphs[0]?.text).toBe(texts[1]);
});

test("on an answer, with the paragraph that it leads to", async () => {
  const { ann } = officers();
  const { caseId } = await sendHeldComment(body, { themes: ["pay"] });
  await decideAndMakeEdition(await makeRep(body), caseId);
  const [paragraph] = await listParagraphOptions(body);
  const answer = { decision: "rejected" as const, why: "We cannot.", changed: null, paragraph: null };
  const id = await createAnswer(ann.person, { strategy: body, kind: "theme", point: "pay" }, answer);
  const texts = [
    { decision: "rejected", why: "Ann’s reason.", changed: "", paragraph: paragraph?.value ?? "" },
    { decision: "rejected", why: "Ben’s reason.", changed: "", paragraph: "" },
  ] as const;
  const { conflict, sendAgain } = await bothSave(reviseAnswerAction.bind(null, { id }), [...texts], 1);
  expect(shown(conflict, "current")).toContain("Ann’s reason.");
  expect(shown(conflict, "current")).toContain(paragraph?.label);
  expect(shown(conflict, "submitted")).not.toContain(paragraph?.label);
  const newest = async () => (await getAnswer(ann.person, id))?.revisions[0];
  expect(await newest()).toMatchObject({ why: "Ann’s reason.", paragraphId: paragraph?.value });
  expect(await sendAgain()).toBeNull();
  expect(await newest()).toMatchObject({ why: "Ben’s reason.", paragraphId: null });
});

test("when two officers change a briefing, the second sees the first one’s text before saving over it", async () => {
  const { ann } = officers();
  const scope = { body, lep: "black-country" };
  const remarks = { start: "Jobs first." };
  const id = await createBriefing(ann.person, scope, { title: "Ours", parts: ["purpose"], isShared: true, remarks });
  const form = { title: "Ours", sharing: "officers" };
  const { conflict, sendAgain } = await bothSave(
    saveBriefingAction.bind(null, { id }),
    [
      { ...form, "remark-start": "Jobs first, and buses." },
      { ...form, "remark-start": "Jobs first, and homes." },
    ],
    1,
  );
  expect(shown(conflict, "current")).toContain("and buses");
  expect(shown(conflict, "submitted")).toContain("and homes");
  expect(await sendAgain()).toBeNull();
  expect(await getBriefing(ann.person, id)).toMatchObject({ remarks: { start: "Jobs first, and homes." }, version: 3 });
});
