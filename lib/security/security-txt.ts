import { paths } from "@/lib/routes";

/**
 * The text of security.txt (RFC 9116), with the address for reports of vulnerabilities. The RFC recommends that it
 * expires within a year: it does on the first of the seventh month from now, so that the text stays the same all month.
 */
export function securityTxt(origin: string, contact: string | undefined, now: Date): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 7, 1)).toISOString();
  const lines = [
    `Contact: ${contact ?? new URL(paths.complaints, origin).href}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    `Canonical: ${new URL("/.well-known/security.txt", origin).href}`,
  ];
  return `${lines.join("\n")}\n`;
}
