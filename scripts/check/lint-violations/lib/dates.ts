// caught by noRestrictedImports: lib never imports components
import { Button } from "@/components/ui/button";

export const format = Button;
