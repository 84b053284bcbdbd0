import { seal, unseal } from "@/lib/security/encryption";

/**
 * Every sealed column: the purpose of its key, and the SQL expression for the row that a value is bound to, so that a
 * value that was moved to another row or column cannot be opened. A test compares this with the schema.
 */
export const sealedColumns = {
  "accounts.emailSealed": { purpose: "email", row: "id" },
  "sessions.ownerSealed": { purpose: "session-owner", row: `encode("ownerIndex", 'hex')` },
  "sign_in_requests.emailSealed": { purpose: "email", row: "id" },
  "sign_in_requests.mailSealed": { purpose: "sign-in-mail", row: "id" },
  "drafts.sealed": { purpose: "draft", row: `encode("ownerIndex", 'hex') || '|' || place` },
  "interrupted_forms.sealed": { purpose: "interrupted-form", row: "id" },
  "authenticators.secretSealed": { purpose: "authenticator", row: `"accountId"` },
  "complaints.textSealed": { purpose: "complaint", row: "id" },
  "complaints.answerSealed": { purpose: "complaint", row: "id" },
  "meeting_entries.slipSealed": { purpose: "slip", row: `"commentId"` },
  "sealed_originals.sealedKey": { purpose: "original-key", row: "id" },
} as const;

export type SealedColumn = keyof typeof sealedColumns;

const placeOf = (column: SealedColumn, row: string) => `${column}:${row}`;

/** Seals a text for one column of one row. @param row the value of the column's expression `row` */
export const sealFor = (column: SealedColumn, row: string, text: string): Uint8Array<ArrayBuffer> =>
  seal(sealedColumns[column].purpose, text, placeOf(column, row));

/** Opens a value of this column and row. @throws when it belongs to another, or the key or any byte is wrong */
export const unsealFrom = (column: SealedColumn, row: string, sealed: Uint8Array): string =>
  unseal(sealedColumns[column].purpose, sealed, placeOf(column, row));

/** The place of a row's value, for `reseal`. */
export const sealedPlace = placeOf;
