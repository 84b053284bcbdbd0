import { benchOpinion } from "./opinion";
const before = process.cpuUsage(); console.log(benchOpinion(2000, 900, [1/9]), "cpu s", (process.cpuUsage(before).user/1e6));
const b2 = process.cpuUsage(); console.log(benchOpinion(2000, 900, [1/3]), "cpu s", (process.cpuUsage(b2).user/1e6));
