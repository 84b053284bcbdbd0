// caught by noRestrictedImports: lib never imports app
import { GET } from "@/app/api/v1/leps/route";

export const listStrategies = GET;
