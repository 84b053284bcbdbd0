// caught by noImportCycles
import { one } from "@/lib/cycle/one";

export const two = (): number => one();
