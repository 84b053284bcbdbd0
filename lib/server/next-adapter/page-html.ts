import { createHash } from "node:crypto";

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

/** The sources for script-src that let the inline scripts of a hydrated page run. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = "", text = ""] of html.matchAll(scripts)) {
    if (!/\ssrc=/.test(attributes)) hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  }
  return [...hashes];
}

function isForScripts(link: string): boolean {
  return /\brel="modulepreload"/.test(link) || (/\brel="(preload|prefetch)"/.test(link) && /\bas="script"/.test(link));
}
