const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const links = /<link\b[^>]*>/gi;
// React puts content here that a script moves into place later: without the script nobody would see it
const deferredContent = /<div hidden="?"? id="S:|<template id="[BP]:/;

/**
 * Removes Next's scripts from a page, but not ours (/browser/…).
 * @returns `broken` when part of the page shows only with a script
 */
export function removeNextScripts(html: string): { html: string; broken: boolean } {
  const output = html
    .replace(scripts, (tag, attributes: string) => (/\ssrc="\/browser\//.test(attributes) ? tag : ""))
    .replace(links, (tag) => (isForScripts(tag) ? "" : tag));
  return { html: output, broken: deferredContent.test(html) };
}

/** Writes "Error:" before the title of a page with a summary of errors: a screen reader reads the title first. */
export const markErrorInTitle = (html: string): string =>
  /<div [^>]*\bdata-form-errors\b/.test(html) ? html.replace("<title>", "<title>Error: ") : html;

/**
 * Puts a field that is not sent at the head of each form. A browser restores typed text only into a form whose first
 * fields have the same names: so into a page from its own cache, which has the same name, and into no page that was
 * requested anew, such as after signing out, when the cache is clear.
 */
export const markForms = (html: string, name: string): string =>
  html.replace(/<form\b[^>]*>/g, `$&<input type="hidden" name="${name}" disabled=""/>`);

/**
 * The header of a request by which Next puts a nonce on the scripts that it writes itself. What else is in the page,
 * such as a script in a text that was not escaped, gets none.
 */
export const nonceHeader = (nonce: string) => ({ "content-security-policy": `script-src 'nonce-${nonce}'` });

/** Whether a page was rendered with this nonce. */
export const carriesNonce = (html: Buffer, nonce: string): boolean => html.includes(` nonce="${nonce}"`);

function isForScripts(link: string): boolean {
  return /\brel="modulepreload"/.test(link) || (/\brel="(preload|prefetch)"/.test(link) && /\bas="script"/.test(link));
}
