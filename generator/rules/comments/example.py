"""The comment that the examples of this family vary: on a provision of the standard of the family `standards`."""

from generator.rules.standards.example import STANDARD

FILE = STANDARD + "--- standards/gateway-access/comments/1/a-01.yaml\n"
"""A text that ends at the head of a comment's file."""

SAID = """\
received: 2026-05-06
clause: p-lat-01
type: technical
text: 建议写明测量位置。
"""

COMMENT = "name: 示例测试中心\n" + SAID
