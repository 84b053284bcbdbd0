import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import { type DocumentRun, excerpt, loss } from "@/lib/strategies/documents/parsed-document";

export const pictureTypes = { png: "image/png", jpg: "image/jpeg", gif: "image/gif", webp: "image/webp" } as const;
type PictureFormat = keyof typeof pictureTypes;

const maxPictureBytes = 3 * 1024 * 1024;
const maxPictureWidth = 10_000;
const maxPictures = 60;

export type Picture = { id: string; type: string; width: number; height: number; bytes: Uint8Array<ArrayBuffer> };

/** Collects the pictures of a document. Their formats are found from their bytes, not from their names. */
export class PictureCollector {
  readonly accepted = new Map<string, Picture>();

  /** The picture as a run; a loss when it cannot be shown. @param alt its description, or "" */
  add(bytes: Uint8Array, alt: string): DocumentRun[] {
    const picture = this.#check(bytes);
    if (typeof picture === "string") return [loss(alt ? `${picture} It shows ${excerpt(alt)}.` : picture)];
    this.accepted.set(picture.id, picture);
    return [{ kind: "text", text: alt, block: { kind: "picture", pictureId: picture.id } }];
  }

  /** @returns the picture, or why it is left out */
  #check(bytes: Uint8Array): Picture | string {
    if (bytes.length > maxPictureBytes) return "A picture of more than 3 MB was left out. Make it smaller.";
    if (this.accepted.size >= maxPictures) return `A picture was left out: a document can have ${maxPictures}.`;
    const { type = "", width = 0, height = 0 } = readImageSize(bytes);
    if (!isPictureFormat(type)) return "A picture that browsers cannot show was left out. Save it as PNG or JPEG.";
    if (Math.max(width, height) > maxPictureWidth) {
      return "A picture of more than 10,000 dots across was left out. Make it smaller.";
    }
    const id = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
    return { id, type: pictureTypes[type], width, height, bytes: Uint8Array.from(bytes) };
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
