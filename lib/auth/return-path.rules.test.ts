import fc from "fast-check";
import { expect, test } from "vitest";
import { localPath } from "@/lib/auth/return-path.rules";

test.each(["/my", "/", "/strategies/west-midlands/sections/3/write?x=1", "/find?q=St%20Ives", "/moderation/cases/V1"])(
  "%s is ours",
  (path) => expect(localPath(path)).toBe(path),
);

test.each([
  "https://example.org/",
  "//example.org/",
  "/\\example.org",
  "/\t/example.org",
  "/%0d/\nx",
  "/./%2e//example.org/..//x",
  "/..//example.org",
  "my",
  "",
  "javascript:alert(1)",
  "/sign-in",
  "/sign-in/code",
  "/x/../sign-in/code",
  "/sign-out",
  `/${"a".repeat(300)}`,
  undefined,
  ["/my"],
])("%j is not", (path) => expect(localPath(path)).toBeNull());

test("every accepted path is one of ours", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    "//",
    "..",
    ".",
    "@",
    ":",
    "example.org",
    "?",
    "#",
    "%2f",
    "\t",
    "https:",
    "a",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = localPath(pieces.join(""));
      if (path !== null) expect(new URL(path, "https://ours.example").origin).toBe("https://ours.example");
    }),
    { numRuns: 2000 },
  );
});
