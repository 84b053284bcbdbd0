// caught by plugin: Import by the alias
import { paths } from "../routes";

export const address = paths;
