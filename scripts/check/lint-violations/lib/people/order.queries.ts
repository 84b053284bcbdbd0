// caught by plugin: Schemas, policies, rules and queries look only down the order of domains
import { isHigher } from "@/lib/strategies/order.rules";

export const get = isHigher;
