"""The room 阶段时间轴: the plan of a campaign as a tree and a chart of bars."""
