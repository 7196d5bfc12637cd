import type { DeskRoute } from "../../access/desk-route.ts";
import { breachSteps } from "./breach.ts";
import { daySheet, lookAheadExport, lookingAhead } from "./look-ahead.ts";
import { orderApplication } from "./order-application.ts";
import { orderChange } from "./order-change.ts";
import { orderCourt } from "./order-court.ts";
import { copiesTaken } from "./order-copies.ts";
import { acknowledgementMade, bundleMade, bundleShown, paperFiles } from "./order-papers.ts";
import { orderService } from "./order-service.ts";
import { orderBegun, orderShown, orderTyped, orderTypedInCase, orders } from "./orders.ts";
import { attendanceWritten, counter, counterOfOrder } from "./register-attendance.ts";
import { register, registerWritten } from "./register.ts";

/** Routes of orders and of the register. */
export const orderRoutes: readonly DeskRoute[] = [
  orders,
  orderShown,
  orderBegun,
  orderTyped,
  orderTypedInCase,
  ...orderApplication,
  ...orderCourt,
  ...orderService,
  bundleShown,
  bundleMade,
  acknowledgementMade,
  ...paperFiles,
  ...copiesTaken,
  register,
  ...registerWritten,
  lookingAhead,
  lookAheadExport,
  daySheet,
  counter,
  counterOfOrder,
  ...attendanceWritten,
  ...breachSteps,
  ...orderChange,
];
