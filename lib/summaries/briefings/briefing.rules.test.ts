import { expect, test } from "vitest";
import type { DocxBlock } from "@/lib/files/docx-document.rules";
import {
  briefingText,
  optionalParts,
  partsInOrder,
  remarkPlaces,
  remarksNotice,
} from "@/lib/summaries/briefings/briefing.rules";
import { briefingInput, briefingValues } from "@/lib/summaries/briefings/briefing.schema";
import { briefingDocument } from "@/lib/summaries/briefings/briefing-document.rules";
import { annexParts, firstParts, paperParts } from "@/lib/summaries/overview/paper-parts.rules";

const valid = { title: " A title ", parts: ["weeks", "purpose"], sharing: "author" };
const errorsOf = (input: object) => briefingInput.safeParse(input).error?.issues.map(({ path }) => path[0]);

test("parts come in the order of the paper, whatever the order of the form; the limits are always there", () => {
  expect(partsInOrder(["weeks", "gone", "purpose"])).toEqual(["purpose", "weeks", "limits"]);
  expect(partsInOrder([])).toEqual(["limits"]);
  expect([...firstParts, ...annexParts]).toEqual(Object.keys(paperParts));
});

test("there is a place for remarks before each part that may be chosen, at the start and at the end", () => {
  expect(remarkPlaces.map(({ place }) => place)).toEqual(["start", ...optionalParts, "end"]);
});

test("a form is taken with what was typed, and gives its values back unchanged", () => {
  const input = briefingInput.parse({
    ...valid,
    "remark-start": "Ours.",
    "remark-weeks": " ",
    "remark-end": "The end.",
  });
  expect(input).toEqual({
    ...{ title: "A title", parts: ["weeks", "purpose"], isShared: false },
    remarks: { start: "Ours.", end: "The end." },
  });
  expect(briefingInput.parse(briefingValues(input))).toEqual(input);
  expect(briefingInput.parse({ title: "T", sharing: "officers" })).toMatchObject({ parts: [], isShared: true });
});

test("a form without a title, with a part that is none, with too long a text, or without a choice of who sees it is refused", () => {
  expect(errorsOf({ ...valid, title: " " })).toEqual(["title"]);
  expect(errorsOf({ ...valid, parts: ["limits"] })).toEqual(["parts"]);
  expect(errorsOf({ ...valid, parts: ["__proto__"] })).toEqual(["parts"]);
  expect(errorsOf({ ...valid, sharing: "everybody" })).toEqual(["sharing"]);
  expect(errorsOf({ ...valid, "remark-end": "x".repeat(5001) })).toEqual(["remark-end"]);
  expect(errorsOf({ ...valid, "remark-end": "x".repeat(5000) })).toBeUndefined();
});

test("its text for comparison holds the title, the names of the parts and all remarks", () => {
  expect(briefingText("T", ["weeks"], { end: "So.", start: "First." })).toBe(
    "T\n\nSections: Week by week; What this does not show\n\nYour introduction:\nFirst.\n\nYour conclusion:\nSo.",
  );
});

test("as a document, officers’ remarks are marked wherever they are, and remarks before a part that is not shown are left out", () => {
  const briefing = {
    ...{ title: "T", bodyTitle: "A body", parts: ["purpose"] },
    remarks: { start: "Before all.", purpose: "Before it.", weeks: "Not shown.", end: "After all." },
  };
  const content = { name: "A place", subject: null, frontPages: [], answers: [], facts: null };
  const { blocks } = briefingDocument(briefing, content, new Date("2026-12-01"), "https://x.example", "");
  expect(blocks[1]).toMatchObject({ text: expect.stringContaining("The figures are those of 1 December 2026.") });
  const mark: DocxBlock = { kind: "note", text: remarksNotice("A body") };
  expect(blocks.slice(2)).toEqual(
    ["Before all.", "Before it.", "After all."].flatMap((text) => [mark, { kind: "text", text }]),
  );
});
