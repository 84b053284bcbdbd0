import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { takeWritingStep } from "@/app/(participant)/writing-steps";
import { FormReply } from "@/lib/forms/form-action";
import { visitor } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  makeCommentInput,
  makeRep,
  openStrategy,
  sendHeldComment,
} from "@/scripts/test/factories";

vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: "none" }), set: () => {} }),
  headers: async () => new Headers(),
}));

const database = await createTestDatabase();
afterAll(database.close);
const strategyId = "cornwall-scilly";
beforeAll(() => openStrategy(strategyId));

test("before a text is sent that everybody can read from others already, its author is warned", async () => {
  const text = "Put the first bus before the first shift.";
  const check = async (typed: string) => {
    const input = await makeCommentInput(strategyId, { text: typed });
    const send = () => Promise.reject(new Error("nothing is sent by checking"));
    const reply = await takeWritingStep(
      { person: visitor, strategyId, input, values: { writer: "" }, step: "check" },
      send,
    );
    if (!(reply instanceof FormReply)) throw new Error(`went on to ${reply}`);
    return reply;
  };
  const { caseId } = await sendHeldComment(strategyId, { text });
  expect(await check(text)).toMatchObject({ state: { step: "check", result: { isRepeated: false } } });
  await decideAndMakeEdition(await makeRep(strategyId), caseId);
  expect(await check(text.toUpperCase())).toMatchObject({ state: { step: "check", result: { isRepeated: true } } });
  expect(await check("Something else.")).toMatchObject({ state: { step: "check", result: { isRepeated: false } } });
});
