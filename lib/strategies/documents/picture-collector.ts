import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import type { Run } from "@/lib/strategies/documents/parsed-document";

export const pictureTypes = { png: "image/png", jpg: "image/jpeg", gif: "image/gif", webp: "image/webp" } as const;
type Kind = keyof typeof pictureTypes;

const largestPicture = 3 * 1024 * 1024;
const widestPicture = 10_000;
const mostPictures = 60;

export type Picture = { id: string; type: string; width: number; height: number; bytes: Uint8Array<ArrayBuffer> };

/** Gathers the pictures of a document: what its bytes are counts, not what its name says. */
export class Pictures {
  readonly kept = new Map<string, Picture>();
  readonly notes = new Set<string>();

  /** The picture as a run, or none where it cannot be shown; then a note says so. @param alt its words, perhaps none */
  take(bytes: Uint8Array | undefined, alt: string): Run[] {
    const picture = bytes && this.#check(bytes);
    if (!picture) return [];
    this.kept.set(picture.id, picture);
    return [{ kind: "words", text: alt, block: { kind: "picture", pictureId: picture.id } }];
  }

  #check(bytes: Uint8Array): Picture | null {
    if (bytes.length > largestPicture) return this.#leave("A picture of more than 3 MB was left out. Make it smaller.");
    if (this.kept.size >= mostPictures) return this.#leave(`Only the first ${mostPictures} pictures were kept.`);
    const { type = "", width = 0, height = 0 } = sizeOf(bytes);
    if (!isKind(type)) return this.#leave("A picture that browsers cannot show was left out. Save it as PNG or JPEG.");
    if (Math.max(width, height) > widestPicture) {
      return this.#leave("A picture of more than 10,000 dots across was left out. Make it smaller.");
    }
    const id = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
    return { id, type: pictureTypes[type], width, height, bytes: Uint8Array.from(bytes) };
  }

  #leave(note: string): null {
    this.notes.add(note);
    return null;
  }
}

const isKind = (type: string): type is Kind => Object.hasOwn(pictureTypes, type);

function sizeOf(bytes: Uint8Array): { type?: string; width?: number; height?: number } {
  try {
    return imageSize(bytes);
  } catch {
    return {};
  }
}
