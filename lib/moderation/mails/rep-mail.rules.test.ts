import { expect, test } from "vitest";
import { repMail, repMailLabels } from "@/lib/moderation/mails/rep-mail.rules";
import { RepMailKind } from "@/prisma/generated/enums";

const urls = { queue: "https://ours.example/moderation", settings: "https://ours.example/moderation/emails" };
const none = { late: 0, passed: 0, waiting: 0, originals: 0, second_looks: 0, rota: 0 };
const all = { late: 1, passed: 2, waiting: 1200, originals: 1, second_looks: 3, rota: 1 };

test("the mail lists what there is in numbers, and nothing that was stopped", () => {
  expect(repMail(all, [], urls)?.text).toBe(
    "1 is late.\n2 were passed to you.\n1,200 are waiting.\n1 request needs your answer.\n3 need a second look.\nIt is your week on the rota.\n\nOpen your list:\nhttps://ours.example/moderation\n\nChoose what we email you about, or stop these emails:\nhttps://ours.example/moderation/emails\n",
  );
  for (const kind of Object.values(RepMailKind)) {
    const only = repMail({ ...none, [kind]: 1 }, [], urls);
    expect(only?.text.split("\n\n")[0]?.split("\n"), kind).toHaveLength(1);
    expect(repMail({ ...none, [kind]: 1 }, [kind], urls), kind).toBeNull();
    expect(repMailLabels[kind]).toBeDefined();
  }
});

test("there is no mail where there is nothing", () => {
  expect(repMail(none, [], urls)).toBeNull();
});

test("subject and text say nothing of unions or comments", () => {
  const mail = repMail(all, [], urls);
  expect(`${mail?.subject} ${mail?.text.replaceAll(/https\S+/g, "")}`).not.toMatch(/union|comment|strategy|rep\b/i);
});
