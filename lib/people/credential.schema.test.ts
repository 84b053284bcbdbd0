import fc from "fast-check";
import { expect, test } from "vitest";
import { appCode, email, receiptCode, signInCode } from "@/lib/people/credential.schema";

test("an address is normalised", () => {
  expect(email.parse("  Bus-Driver@Example.ORG \n")).toBe("bus-driver@example.org");
});

test.each(["", " ", "nobody", "a@b", "a@b.org\nBcc: c@d.org", "a b@c.org", `${"a".repeat(250)}@b.org`, 7, null])(
  "%j is no address, and we say so in words",
  (typed) => {
    const { success, error } = email.safeParse(typed);
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toMatch(/^(Enter|This)/);
  },
);

test.each(["042117", "042 117", "042-117", " 0 4 2 1 1 7 ", "０４２１１７"])(
  "accepts %j as a code of an app",
  (typed) => {
    expect(appCode.parse(typed)).toBe("042117");
  },
);

test.each(["", "42117", "0421177", "o42117", "٠٤٢١١٧"])("rejects %j as a code of an app", (typed) => {
  expect(appCode.safeParse(typed).success).toBe(false);
});

test.each(["7K2M04QD", "7k2m 04qd", "7K2M-O4QD", " 7 k 2 m 0 4 q d ", "７Ｋ２Ｍ０４ＱＤ", "7k2m\t04qd\n"])(
  "accepts %j as a code of a mail",
  (typed) => expect(signInCode.parse(typed)).toBe("7K2M04QD"),
);

test.each(["", "7K2M04Q", "7K2M04QDX", "7K2M04QU", "042117", "7K2M_4QD"])("rejects %j as a code of a mail", (typed) => {
  expect(signInCode.safeParse(typed).success).toBe(false);
});

const complete = "01234567890ABCDEFGHJKMNPQR";

test("a receipt may be typed with spaces, in small letters and with letters for similar digits", () => {
  expect(receiptCode.parse("o1234 56789 0abcd efghj kmnpq r")).toBe(complete);
  expect(receiptCode.parse("OI234-56789-OABCD-EFGHJ-KMNPQ-R")).toBe(complete);
  expect(receiptCode.parse("0l234567890ABCDEFGHJKMNPQR")).toBe(complete);
});

test.each(["", "0123", `${complete}0`, complete.replace("R", "U"), `${complete.slice(1)}\u0000`])(
  "%j is no receipt",
  (typed) => {
    expect(receiptCode.safeParse(typed).success).toBe(false);
  },
);

const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points));

test("no input throws, and an accepted value is stable", () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      for (const schema of [email, appCode, signInCode, receiptCode]) {
        const { success, data } = schema.safeParse(typed);
        if (success) expect(schema.parse(data)).toBe(data);
      }
    }),
  );
});
