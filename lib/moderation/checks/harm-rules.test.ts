import { expect, test } from "vitest";
import { runChecks } from "@/lib/moderation/checks/check.rules";
import { findHarm, type HarmKind, harmKinds, normaliseForChecks } from "@/lib/moderation/checks/harm-rules";
import { harmTexts, ordinaryTexts, templatesOf } from "@/scripts/test/fixtures/harmful-texts";
import { hateCheckCases } from "@/scripts/test/fixtures/hatecheck";

const share = (kind: HarmKind, texts: readonly string[]) =>
  texts.filter((text) => findHarm(kind, text).length > 0).length / texts.length;

test.each(harmKinds)("%s: enough texts of each kind, and no template in both halves", (kind) => {
  const [development, heldOut] = [harmTexts(kind, "development"), harmTexts(kind, "heldOut")];
  expect(development.harmful.length + heldOut.harmful.length).toBeGreaterThanOrEqual(400);
  expect(development.harmless.length + heldOut.harmless.length).toBeGreaterThanOrEqual(
    development.harmful.length + heldOut.harmful.length,
  );
  const known = new Set(templatesOf(kind, "development"));
  expect(templatesOf(kind, "heldOut").filter((template) => known.has(template))).toEqual([]);
});

test.each([
  ["hate", 0.9],
  ["threat", 0.8],
  ["self-harm", 0.9],
] as const)("%s, held-out: most of it is held, and little that only looks like it", (kind, leastRecall) => {
  const { harmful, harmless } = harmTexts(kind, "heldOut");
  const ordinary = ordinaryTexts("heldOut");
  const [recall, alarms, ordinaryAlarms] = [harmful, harmless, ordinary].map((texts) => share(kind, texts)) as [
    number,
    number,
    number,
  ];
  process.stdout.write(
    `${kind}, held-out: recall ${recall.toFixed(3)} of ${harmful.length}; false alarms ${alarms.toFixed(3)} of ${harmless.length} that look like it, ${ordinaryAlarms.toFixed(3)} of ${ordinary.length} ordinary comments\n`,
  );
  expect(recall).toBeGreaterThanOrEqual(leastRecall);
  expect(alarms).toBeLessThanOrEqual(0.02);
  expect(ordinaryAlarms).toBeLessThanOrEqual(0.005);
});

test.each(harmKinds)("%s: the texts that the lists were made with", (kind) => {
  const { harmful, harmless } = harmTexts(kind, "development");
  expect(share(kind, harmful)).toBeGreaterThanOrEqual(0.95);
  expect(share(kind, harmless)).toBeLessThanOrEqual(0.01);
});

test("HateCheck, the half that the lists were not made with: figures by function", () => {
  const byFunction = new Map<string, { seen: number; all: number; isHateful: boolean }>();
  for (const { functionality, label, text } of hateCheckCases("heldOut")) {
    const isHateful = label === "hateful";
    const isSeen = findHarm("hate", text).length > 0 || (isHateful && findHarm("threat", text).length > 0);
    const { seen, all } = byFunction.get(functionality) ?? { seen: 0, all: 0 };
    byFunction.set(functionality, { seen: seen + Number(isSeen), all: all + 1, isHateful });
  }
  const rate = (isHateful: boolean) => {
    const some = [...byFunction.values()].filter((one) => one.isHateful === isHateful);
    return some.reduce((sum, { seen }) => sum + seen, 0) / some.reduce((sum, { all }) => sum + all, 0);
  };
  for (const [name, { seen, all }] of byFunction) process.stdout.write(`  ${name}: ${seen} of ${all}\n`);
  process.stdout.write(
    `HateCheck, held-out: recall ${rate(true).toFixed(3)}, false alarms ${rate(false).toFixed(3)}\n`,
  );
  expect(rate(true)).toBeGreaterThanOrEqual(0.38);
  expect(rate(false)).toBeLessThanOrEqual(0.06);
});

test.each([
  "The slag heaps at Redcar.",
  "The bus from Scunthorpe to Penistone.",
  "Cockle pickers need lights.",
  "Dyke repairs are late.",
  "Blast furnace slag is sold as cement.",
  "A bastard file and a rasp.",
  "Prick out the seedlings in March.",
  "Scum on the canal.",
  "Faggots and peas on Fridays.",
  "We will strike and we will fight.",
  "This rota is killing me.",
])("an everyday meaning is neither strong nor held: %s", (text) => {
  const found = runChecks({ text, publishedCount: 5, sentInLastHour: 1, duplicateCount: 0 });
  expect(found.map(({ check }) => check)).toEqual([]);
});

test.each(["You slag.", "They are scum.", "He is a prick.", "A bunch of slags."])(
  "an insult is marked for the rep: %s",
  (text) => {
    const found = runChecks({ text, publishedCount: 5, sentInLastHour: 1, duplicateCount: 0 });
    expect(found.map(({ check }) => check)).toContain("profanity");
  },
);

test.each<[HarmKind, string]>([
  ["hate", "Send the lot of them back where they came from."],
  ["hate", "The Jews run the whole council."],
  ["threat", "I am going to stab the next supervisor who says that."],
  ["threat", "She needs a bullet."],
  ["threat", "I swear I will slash his tyres."],
  ["threat", "gonna smash ur face in"],
  ["self-harm", "Some nights I think about steering into the wall."],
])("%s is held in other words too: %s", (kind, text) => expect(findHarm(kind, text)).toHaveLength(1));

test.each([
  "We buried a lad who took his own life, and we want a nurse on site.",
  "The Jews and Muslims here run the kitchen together.",
  "They need a hand with the brick wall.",
  "He says I am going to stab him in the back.",
])("is not held: %s", (text) => {
  expect(harmKinds.flatMap((kind) => findHarm(kind, text))).toEqual([]);
});

test("what is found is the sentence, where it stands in the text", () => {
  const text = "The bus is late.  I want to die.\nPage 4 is fine.";
  expect(findHarm("self-harm", text).map(({ start, end }) => text.slice(start, end))).toEqual(["I want to die."]);
  expect(normaliseForChecks("K1ll ’em @ll")).toHaveLength("K1ll ’em @ll".length);
});

test("the longest comment takes a moment, whatever it holds", () => {
  for (const text of [
    "the ".repeat(1250),
    "i will kill ".repeat(416),
    "G immigrants are ".repeat(294),
    "a".repeat(5000),
  ]) {
    const startedAt = performance.now();
    for (const kind of harmKinds) findHarm(kind, text);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  }
});
