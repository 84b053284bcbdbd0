// caught by plugin: Schemas, policies, rules and queries look only down the order of domains
import { isHigher } from "@/lib/comments/order.rules";

export const get = isHigher;
