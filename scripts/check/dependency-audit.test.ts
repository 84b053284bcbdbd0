import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { acceptedAdvisories, parseAudit, reportAudit } from "@/scripts/check/dependency-audit";

const advisory = (severity: string, id: string) => ({
  title: "A hole",
  url: `https://x.example/advisories/${id}`,
  severity,
});
const auditOutput = (via: unknown[]) =>
  JSON.stringify({ vulnerabilities: { "some-package": { via } }, metadata: { vulnerabilities: {} } });

test("high and critical ones are found, lesser ones and accepted ones are not", () => {
  expect(parseAudit(auditOutput([advisory("high", "GHSA-1"), advisory("low", "GHSA-2"), "other-package"]))).toEqual({
    status: "found",
    found: ["some-package: A hole (high, https://x.example/advisories/GHSA-1)"],
  });
  expect(parseAudit(auditOutput([advisory("moderate", "GHSA-2")]))).toEqual({ status: "clean" });
  acceptedAdvisories.set("GHSA-3", "only in a test");
  expect(parseAudit(auditOutput([advisory("critical", "GHSA-3")]))).toEqual({ status: "clean" });
  acceptedAdvisories.delete("GHSA-3");
  expect([...acceptedAdvisories.values()].filter((why) => why.length < 20)).toEqual([]);
});

test("no answer is never taken for a clean one, and fails where audits are required", () => {
  const write = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  for (const output of ['npm warn audit 405\n{"message":"405 Method Not Allowed"}', "", "getaddrinfo ENOTFOUND", "{"]) {
    const result = parseAudit(output);
    expect(result.status).toBe("not done");
    expect([reportAudit(result, false), reportAudit(result, true)]).toEqual([true, false]);
  }
  expect(String(write.mock.calls[0]?.[0])).toMatch(/^NOT DONE dependency audit: 405/);
  expect(reportAudit({ status: "found", found: ["x"] }, false)).toBe(false);
});

test("the bill of materials names every package of ours, in its version", () => {
  const npm = process.env.npm_execpath ?? spawnSync("which", ["npm"], { encoding: "utf8" }).stdout.trim();
  const args = ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"];
  const { stdout } = spawnSync(process.execPath, [npm, ...args], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const bill = JSON.parse(stdout) as { bomFormat: string; components: { name: string; version: string }[] };
  expect(bill.bomFormat).toBe("CycloneDX");
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  const ours = Object.entries<string>({ ...dependencies, ...devDependencies }).map(
    ([name, version]) => `${name}@${version}`,
  );
  expect(ours.filter((one) => !listed.has(one))).toEqual([]);
});
