// caught by plugin: Policies and rules import pure files only
import { z } from "zod";

export const text = z.string();
