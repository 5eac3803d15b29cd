"""What somebody answers of whom all is invented: for the demonstration, the walks and the measured journey."""

# A man on a building site abroad, asked by the labour inspector's questions.
BUILDING_SITE = {
    "documents": "kept",
    "pay": "kept-back",
    "deductions": "fines",
    "debt": "none",
    "hours": "no-rest",
    "housing": "held-bad",
    "contract": "misleading-broken",
    "promise": "different",
    "threats": "authorities",
    "injuries": "dangerous",
    "age": "adult",
    "speaks": "freely",
}

# The seven items that a person is told before they are asked.
TOLD = ("interview", "purpose", "use", "statistics", "own_data", "storage", "withdrawal")
