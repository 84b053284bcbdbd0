import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import type { DocumentRun } from "@/lib/strategies/documents/parsed-document";

export const pictureTypes = { png: "image/png", jpg: "image/jpeg", gif: "image/gif", webp: "image/webp" } as const;
type PictureFormat = keyof typeof pictureTypes;

const maxPictureBytes = 3 * 1024 * 1024;
const maxPictureWidth = 10_000;
const maxPictures = 60;

export type Picture = { id: string; type: string; width: number; height: number; bytes: Uint8Array<ArrayBuffer> };

/** Collects the pictures of a document. Their formats are found from their bytes, not from their names. */
export class PictureCollector {
  readonly accepted = new Map<string, Picture>();
  readonly notes = new Set<string>();

  /** The picture as a run; none, and a note, when it cannot be shown. @param alt its description, or "" */
  add(bytes: Uint8Array | undefined, alt: string): DocumentRun[] {
    const picture = bytes && this.#check(bytes);
    if (!picture) return [];
    this.accepted.set(picture.id, picture);
    return [{ kind: "text", text: alt, block: { kind: "picture", pictureId: picture.id } }];
  }

  #check(bytes: Uint8Array): Picture | null {
    if (bytes.length > maxPictureBytes)
      return this.#reject("A picture of more than 3 MB was left out. Make it smaller.");
    if (this.accepted.size >= maxPictures) return this.#reject(`Only the first ${maxPictures} pictures were kept.`);
    const { type = "", width = 0, height = 0 } = readImageSize(bytes);
    if (!isPictureFormat(type))
      return this.#reject("A picture that browsers cannot show was left out. Save it as PNG or JPEG.");
    if (Math.max(width, height) > maxPictureWidth) {
      return this.#reject("A picture of more than 10,000 dots across was left out. Make it smaller.");
    }
    const id = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
    return { id, type: pictureTypes[type], width, height, bytes: Uint8Array.from(bytes) };
  }

  #reject(note: string): null {
    this.notes.add(note);
    return null;
  }
}

const isPictureFormat = (type: string): type is PictureFormat => Object.hasOwn(pictureTypes, type);

function readImageSize(bytes: Uint8Array): { type?: string; width?: number; height?: number } {
  try {
    return imageSize(bytes);
  } catch {
    return {};
  }
}
