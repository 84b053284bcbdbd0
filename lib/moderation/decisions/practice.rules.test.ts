import { expect, test } from "vitest";
import { practiceActions, practiceCases } from "@/lib/moderation/decisions/practice.rules";
import { reasonsFor } from "@/lib/moderation/decisions/reason.rules";
import { transitions } from "@/lib/moderation/decisions/transition.rules";

test("there are twenty different comments, and each decision is right for some of them", () => {
  expect(new Set(practiceCases.map(({ text }) => text)).size).toBe(20);
  expect(new Set(practiceCases.map(({ action }) => action))).toEqual(new Set(practiceActions));
});

test("each decision can be taken on a new comment, with a reason where it needs one and phrases that are in the text", () => {
  for (const { text, action, alsoFine = [], reason, phrases = [] } of practiceCases) {
    for (const choice of [action, ...alsoFine]) {
      const transition = transitions.find((one) => one.from === "held" && one.action === choice);
      expect(transition?.kinds, text).toContain("pre_moderation");
      if (transition?.needsReason) expect(reasonsFor(choice), text).toContain(reason);
      if (transition?.spans === "required") expect(phrases.length, text).toBeGreaterThan(0);
    }
    for (const phrase of phrases) expect(text).toContain(phrase);
    expect(alsoFine).not.toContain(action);
  }
});
