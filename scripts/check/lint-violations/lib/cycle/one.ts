// caught by noImportCycles
import { two } from "@/lib/cycle/two";

export const one = (): number => two();
