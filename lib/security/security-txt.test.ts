import { expect, test } from "vitest";
import { securityTxt } from "@/lib/security/security-txt";

test("security.txt says where to report a vulnerability, and expires within a year", () => {
  for (const now of ["2026-01-31T23:59:59Z", "2026-06-15T00:00:00Z", "2026-12-31T12:00:00Z"].map(
    (day) => new Date(day),
  )) {
    const text = securityTxt("https://example.org", undefined, now);
    expect(text).toContain("Contact: https://example.org/complaints\n");
    expect(text).toContain("Canonical: https://example.org/.well-known/security.txt\n");
    const left = new Date(/Expires: (\S+)/.exec(text)?.[1] ?? "").getTime() - now.getTime();
    expect(left).toBeGreaterThan(180 * 24 * 3600_000);
    expect(left).toBeLessThan(365 * 24 * 3600_000);
  }
  expect(securityTxt("https://example.org", "mailto:a@b.example", new Date())).toContain(
    "Contact: mailto:a@b.example\n",
  );
});
