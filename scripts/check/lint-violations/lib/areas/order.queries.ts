// caught by plugin: Schemas, policies, rules and queries look only down the order of domains
import { isHigher } from "@/lib/people/order.rules";

export const get = isHigher;
