"""The model as tagged PDF: PDF/UA-1 and PDF/A-2a in one file.

Set here and drawn on ReportLab's canvas, not by its platypus: that has no tags, grows with the
square of a table's rows, and reads mark-up in text. The way of a document: blocks are set into
strips (`set_*`), strips fill pages (`strips`), a pen draws them and marks what belongs to which
element of the tree (`pen`, `tree`), and a last pass writes tree, description and profile
(`finishing`, `structure`).
"""
