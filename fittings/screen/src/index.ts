/**
 * The parts of a screen that apps share: how a drawing, a table and a mark look. Pictures are data of `core`; nothing here reads or decides.
 *
 * @module
 */
export { ChartOrTable } from "./chart-or-table.tsx";
export { DrawingView, type ShownDrawing } from "./drawing-view.tsx";
export { TableView } from "./table-view.tsx";
export { type MarkShape, MarkIcon } from "./mark-icon.tsx";
