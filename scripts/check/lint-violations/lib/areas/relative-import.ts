// caught by noRestrictedImports: the way round the alias is closed
import { GET } from "../../app/api/v1/leps/route";

export const roundabout = GET;
