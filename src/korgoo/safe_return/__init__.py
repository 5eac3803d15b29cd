"""The way home: wish, papers, escort, handover, first night; help across a border."""
