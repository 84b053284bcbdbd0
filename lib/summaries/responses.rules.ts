import type { MandateMethod } from "@/prisma/generated/enums";

/** A collective response with its mandate. `week`: the Monday of its publication. */
export type UnionResponse = {
  id: string;
  unionName: string;
  branch: string;
  covers: string;
  /** Members. */
  consulted: number;
  tookPart: number;
  method: MandateMethod;
  minority: string;
  week: Date;
};
